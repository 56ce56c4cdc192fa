import { type ReactNode, useEffect, useRef } from 'react'

type Kind = 'info' | 'ok' | 'warning' | 'error'

/** A message that stays in its place. An error is spoken at once; the rest is read where it stands. */
export function Alert(props: { kind: Kind; children: ReactNode }) {
  const box = useRef<HTMLDivElement>(null)
  const isError = props.kind === 'error'
  // In a dialog the button may be a screen below what it says.
  useEffect(() => {
    if (isError && box.current?.closest('dialog')) box.current.scrollIntoView({ block: 'nearest' })
  }, [isError])
  return (
    <div ref={box} className={`utrecht-alert utrecht-alert--${props.kind}`} role={isError ? 'alert' : undefined}>
      <div className="utrecht-alert__content">{props.children}</div>
    </div>
  )
}
