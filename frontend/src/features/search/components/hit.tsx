import { paths } from '@/app/paths'
import { useI18n } from '@/i18n'
import { longDay } from '@/lib/dates'
import { DataBadge } from '@/ui/badge'
import { ServerHtml } from '@/ui/html'
import type { Hit } from '../api'
import { HIT } from '../words'

/** One thing that was found; an outcome is read on top of its issue. */
export function HitCard(props: { hit: Hit }) {
  const { t, locale } = useI18n()
  const { hit } = props
  return (
    <li className="np-card">
      <p className="np-row">
        <DataBadge>{t(HIT[hit.kind])}</DataBadge>
        <span className="np-soft np-small">{t('search-from', { name: hit.tenantName, day: longDay(locale, hit.at) })}</span>
      </p>
      <h3 dir="auto">
        <a className="np-card__link" href={hit.kind === 'outcome' ? paths.issue(hit.tenant, hit.id) : hit.url}>
          {hit.title || t('search-untitled')}
        </a>
      </h3>
      <ServerHtml html={hit.snippet} />
    </li>
  )
}
