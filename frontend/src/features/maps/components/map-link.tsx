import { useQuery } from '@tanstack/react-query'
import { paths } from '@/app/paths'
import { useI18n } from '@/i18n'
import { actorMapQuery } from '../api'

/** On the page of an issue: the way to its map, for whoever may read or write it. */
export function MapLink({ tenant, issue }: { tenant: string; issue: string }) {
  const { t } = useI18n()
  const { data: map } = useQuery(actorMapQuery(tenant, issue))
  if (!map || (!map.text && !map.mayWrite)) return null
  return (
    <p className="np-no-print">
      <a href={paths.actorMap(tenant, issue)}>{t(map.text ? 'map-title' : 'map-make')}</a>
    </p>
  )
}
