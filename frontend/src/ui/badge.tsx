import type { ReactNode } from 'react'

export type Tone = 'neutral' | 'success' | 'warning' | 'danger'

/** One word of state; the word carries the meaning, the colour only repeats it. */
export function StatusBadge(props: { tone: Tone; children: ReactNode }) {
  return <span className={`np-badge utrecht-status-badge utrecht-status-badge--${props.tone}`}>{props.children}</span>
}

export function DataBadge(props: { children: ReactNode }) {
  return <span className="np-badge utrecht-data-badge">{props.children}</span>
}

/** A number of things that wait, with words for who does not see the shape. */
export function Count(props: { count: number; label: string }) {
  if (props.count <= 0) return null
  return (
    <span className="np-count">
      <span aria-hidden="true">{props.count > 99 ? '99+' : props.count}</span>
      <span className="np-hidden">{props.label}</span>
    </span>
  )
}
