import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useOwner } from '@/api/session'
import { Loaded } from '@/app/loaded'
import { PageHead } from '@/app/layouts/page-head'
import { paths } from '@/app/paths'
import { wordRulesQuery } from '@/features/facilitating/api'
import { WordRulesForm } from '@/features/facilitating/components/word-rules-form'
import { useI18n } from '@/i18n'
import { EmptyState } from '@/ui/states'

/** The words that an organisation watches: for everybody to read, for who convenes there to write. */
export default function WordRulesPage({ tenant }: { tenant: string }) {
  const { t } = useI18n()
  const client = useQueryClient()
  const owner = useOwner()
  const { queryKey } = wordRulesQuery(tenant)
  const query = useQuery(wordRulesQuery(tenant))
  return (
    <Loaded query={query}>
      {(list) => (
        <div className="np-stack np-stack--loose np-measure">
          <PageHead title={t('words-title')} crumb={{ href: paths.tenant(tenant), name: t('handovers-crumb') }} lead={t('words-lead')} />
          {list.items.length === 0 ? <EmptyState title={t('words-none-title')}>{t('words-none-text')}</EmptyState> : null}
          {list.items.length > 0 ? (
            <ul role="list" className="np-stack">
              {list.items.map(({ phrase, why }) => (
                <li key={phrase} className="np-sheet np-stack np-stack--tight" dir="auto">
                  <h2 className="np-h3">{phrase}</h2>
                  <p>{why}</p>
                </li>
              ))}
            </ul>
          ) : null}
          {list.canWrite ? (
            <WordRulesForm
              tenant={tenant}
              list={list}
              draft={`${owner}/word-rules-${tenant}`}
              onSaved={(now) => client.setQueryData(queryKey, now)}
              onStale={() => client.fetchQuery({ ...wordRulesQuery(tenant), staleTime: 0 })}
            />
          ) : null}
        </div>
      )}
    </Loaded>
  )
}
