import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useNews } from '@/api/use-news'
import type { Join } from '@/api/types'
import { Loaded } from '@/app/loaded'
import { PageHead } from '@/app/layouts/page-head'
import { paths } from '@/app/paths'
import { joinsQuery, myJoinsQuery } from '@/features/joins/api'
import { JoinCard } from '@/features/joins/components/join-card'
import { taxonomyQuery } from '@/features/tenants/api'
import { type PlainKey, useI18n } from '@/i18n'
import { EmptyState } from '@/ui/states'

/** What an organisation picks up together with others. Only its conveners get past the first question. */
export default function JoinsPage({ tenant }: { tenant: string }) {
  const { t } = useI18n()
  const query = useQuery(joinsQuery(tenant))
  useNews([joinsQuery(tenant).queryKey])
  return (
    <Loaded query={query}>
      {(joins) => (
        <div className="np-stack np-stack--loose np-measure">
          <PageHead title={t('joins-title')} crumb={{ href: paths.issues(tenant), name: t('issues-title') }} lead={t('joins-lead')} />
          {joins.length === 0 ? <EmptyState title={t('joins-none-title')}>{t('joins-none-text')}</EmptyState> : <Groups tenant={tenant} joins={joins} />}
        </div>
      )}
    </Loaded>
  )
}

const GROUPS: readonly { title: PlainKey; holds: (join: Join) => boolean }[] = [
  { title: 'joins-to-answer', holds: ({ state, can }) => state === 'asked' && can.answer },
  { title: 'joins-waiting', holds: ({ state, can }) => state === 'asked' && !can.answer },
  { title: 'joins-joined', holds: ({ state }) => state === 'joined' },
  { title: 'joins-past', holds: ({ state }) => state === 'declined' || state === 'ended' },
]

function Groups({ tenant, joins }: { tenant: string; joins: Join[] }) {
  const { t } = useI18n()
  const client = useQueryClient()
  const { data: taxonomy } = useQuery(taxonomyQuery(tenant))
  const terms = { themes: taxonomy?.themes ?? [], regions: taxonomy?.regions ?? [] }
  const changed = () => {
    void client.invalidateQueries({ queryKey: joinsQuery(tenant).queryKey })
    void client.invalidateQueries({ queryKey: myJoinsQuery.queryKey })
    void client.invalidateQueries({ queryKey: ['joined-issues', tenant] })
    void client.invalidateQueries({ queryKey: ['issue'] })
  }
  return (
    <>
      {GROUPS.map(({ title, holds }) => {
        const own = joins.filter(holds)
        return own.length === 0 ? null : (
          <section key={title} className="np-stack">
            <h2>{t(title)}</h2>
            <ul role="list" className="np-stack">
              {own.map((join) => (
                <JoinCard key={join.id} tenant={tenant} join={join} href={paths.issue(join.owner.slug, join.issue)} terms={terms} onChanged={changed} />
              ))}
            </ul>
          </section>
        )
      })}
    </>
  )
}
