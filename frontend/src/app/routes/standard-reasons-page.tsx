import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useOwner } from '@/api/session'
import { Loaded } from '@/app/loaded'
import { PageHead } from '@/app/layouts/page-head'
import { paths } from '@/app/paths'
import { standardReasonsQuery } from '@/features/moderation/api'
import { ReasonsForm } from '@/features/moderation/components/reasons-form'
import { useI18n } from '@/i18n'
import { EmptyState } from '@/ui/states'

/** The reasons that an organisation keeps ready: for everybody to read, for its owners to write. */
export default function StandardReasonsPage({ tenant }: { tenant: string }) {
  const { t } = useI18n()
  const client = useQueryClient()
  const owner = useOwner()
  const { queryKey } = standardReasonsQuery(tenant)
  const query = useQuery(standardReasonsQuery(tenant))
  return (
    <Loaded query={query}>
      {(list) => (
        <div className="np-stack np-stack--loose np-measure">
          <PageHead title={t('reasons-title')} crumb={{ href: paths.tenant(tenant), name: t('handovers-crumb') }} lead={t('reasons-lead')} />
          {list.version === 0 ? <p className="np-soft">{t('reasons-ours')}</p> : null}
          {list.items.length === 0 ? <EmptyState title={t('reasons-none-title')}>{t('reasons-none-text')}</EmptyState> : null}
          {list.items.length > 0 ? (
            <ul role="list" className="np-stack">
              {list.items.map(({ name, words }) => (
                <li key={name} className="np-sheet np-stack np-stack--tight" dir="auto">
                  <h2 className="np-h3">{name}</h2>
                  <p className="np-prose np-prose--plain">{words}</p>
                </li>
              ))}
            </ul>
          ) : null}
          {list.canWrite ? (
            <ReasonsForm
              tenant={tenant}
              list={list}
              draft={`${owner}/reasons-${tenant}`}
              onSaved={(now) => client.setQueryData(queryKey, now)}
              onStale={() => client.fetchQuery({ ...standardReasonsQuery(tenant), staleTime: 0 })}
            />
          ) : null}
        </div>
      )}
    </Loaded>
  )
}
