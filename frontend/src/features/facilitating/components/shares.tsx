import type { Cockpit } from '@/api/types'
import { useI18n } from '@/i18n'
import { CAPACITY, percentOf } from '../words'
import '../facilitating.css'

/** Who speaks in which capacity, in bars and in words. */
export function Shares({ shares }: { shares: NonNullable<Cockpit['shares']> }) {
  const { t } = useI18n()
  const all = shares.reduce((sum, { posts }) => sum + posts, 0)
  if (all === 0) return <p className="np-soft">{t('cockpit-shares-none')}</p>
  return (
    <ul role="list">
      {shares.map(({ capacity, posts }) => {
        const percent = percentOf(posts, all)
        return (
          <li key={capacity} className="np-share">
            <span>{t(CAPACITY[capacity])}</span>
            <span>{t('cockpit-share', { posts, percent })}</span>
            <svg viewBox="0 0 100 4" preserveAspectRatio="none" aria-hidden="true">
              <rect className="np-share__room" width="100" height="4" />
              <rect width={percent} height="4" />
            </svg>
          </li>
        )
      })}
    </ul>
  )
}
