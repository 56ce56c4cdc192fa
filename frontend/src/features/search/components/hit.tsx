import { isNetwork } from '@/app/paths'
import { useI18n } from '@/i18n'
import { longDay } from '@/lib/dates'
import { DataBadge } from '@/ui/badge'
import { ServerHtml } from '@/ui/html'
import type { Hit } from '../api'
import { ONE } from '../words'

/** One thing that was found: what it is, its words, and where it stands. */
export function HitCard(props: { hit: Hit }) {
  const { t, locale } = useI18n()
  const { hit } = props
  return (
    <li className="np-card np-hit">
      <p className="np-row">
        <DataBadge>{t(isNetwork(hit.url) ? 'network-badge' : ONE[hit.kind])}</DataBadge>
        <span className="np-soft np-small">{t('search-from', { name: hit.tenantName, day: longDay(locale, hit.at) })}</span>
      </p>
      <h3 dir="auto">
        <a className="np-card__link" href={hit.url}>
          {hit.title || t('search-untitled')}
        </a>
      </h3>
      {hit.snippet ? <ServerHtml html={hit.snippet} /> : null}
      {hit.issueTitle ? (
        <p className="np-soft np-small" dir="auto">
          {t('search-in-issue', { title: hit.issueTitle })}
        </p>
      ) : null}
    </li>
  )
}
