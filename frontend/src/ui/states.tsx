import type { ReactNode } from 'react'
import { useI18n } from '@/i18n'
import { useDelayed } from '@/lib/use-delayed'

/** Where something will come; shown only when it takes longer than 300 ms. */
export function Skeleton(props: { lines?: number }) {
  const { t } = useI18n()
  const late = useDelayed(300)
  if (!late) return <div aria-busy="true" />
  return (
    <div className="np-skeleton" role="status" aria-busy="true">
      {Array.from({ length: props.lines ?? 6 }, (_, index) => (
        <span key={index} aria-hidden="true" />
      ))}
      <p className="np-hidden">{t('state-loading')}</p>
    </div>
  )
}

/** What comes here, why it is empty, and one thing to do. */
export function EmptyState(props: { title: string; children?: ReactNode; action?: ReactNode }) {
  return (
    <div className="np-empty">
      <h2>{props.title}</h2>
      {props.children ? <p className="np-measure">{props.children}</p> : null}
      {props.action}
    </div>
  )
}
