import { useI18n } from '@/i18n'
import '../facilitating.css'

/** How much was said in each stretch of 24 hours; the numbers stand beside it in words. */
export function PulseBars({ days, small = false }: { days: readonly number[]; small?: boolean }) {
  const most = Math.max(1, ...days)
  return (
    <div className={small ? 'np-pulse np-pulse--small' : 'np-pulse'} aria-hidden="true">
      {days.map((posts, at) => {
        const height = Math.round((100 * posts) / most)
        return (
          <svg key={at} viewBox="0 0 10 100" preserveAspectRatio="none">
            <rect y={100 - height} width="10" height={height} />
          </svg>
        )
      })}
    </div>
  )
}

/** The same as a table, the newest first. */
export function PulseTable({ days }: { days: readonly number[] }) {
  const { t } = useI18n()
  return (
    <details>
      <summary>{t('cockpit-table')}</summary>
      <table className="np-pulse-table">
        <caption className="np-hidden">{t('cockpit-pace-title')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('cockpit-table-day')}</th>
            <th scope="col">{t('cockpit-table-posts')}</th>
          </tr>
        </thead>
        <tbody>
          {[...days].reverse().map((posts, ago) => (
            <tr key={ago}>
              <th scope="row">{t('cockpit-pace-day', { ago })}</th>
              <td>{posts}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  )
}
