import type { ReactNode } from 'react'

type Kind = 'info' | 'ok' | 'warning' | 'error'

/** A message that stays in its place. An error is spoken at once; the rest is read where it stands. */
export function Alert(props: { kind: Kind; children: ReactNode }) {
  return (
    <div className={`utrecht-alert utrecht-alert--${props.kind}`} role={props.kind === 'error' ? 'alert' : undefined}>
      <div className="utrecht-alert__content">{props.children}</div>
    </div>
  )
}
