import type { Issue } from '@/api/types'
import { useI18n } from '@/i18n'
import { StatusBadge } from '@/ui/badge'
import { GAP } from '../words'
import '../issues.css'

/** Which views the issue needs, each with one word; never how many people there are. */
export function GapMeter(props: { perspectives: Issue['perspectives']; title?: string }) {
  const { t } = useI18n()
  if (props.perspectives.length === 0) return null
  return (
    <section className="np-sheet np-stack np-stack--tight">
      <h2>{props.title ?? t('gap-title')}</h2>
      <p className="np-soft np-small">{t('gap-hint')}</p>
      <ul role="list" className="np-gap">
        {props.perspectives.map((perspective) => (
          <li key={perspective.id}>
            <span dir="auto">{perspective.name}</span>
            <StatusBadge tone={GAP[perspective.gap].tone}>{t(GAP[perspective.gap].key)}</StatusBadge>
          </li>
        ))}
      </ul>
    </section>
  )
}
