import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { useSearchParams } from 'wouter'
import { useSession } from '@/api/session'
import { Loaded } from '@/app/loaded'
import { PageHead } from '@/app/layouts/page-head'
import { paths } from '@/app/paths'
import { type IssueFilter, issuesQuery } from '@/features/issues/api'
import { IssueCard } from '@/features/issues/components/issue-card'
import { IssueFilters } from '@/features/issues/components/issue-filters'
import { decidesFor, joinedIssuesQuery } from '@/features/joins/api'
import { FollowSection } from '@/features/notifications/components/follow-section'
import { taxonomyQuery, tenantQuery } from '@/features/tenants/api'
import { useI18n } from '@/i18n'
import { useCountSaid } from '@/lib/use-count-said'
import { ButtonLink } from '@/ui/button'
import { More } from '@/ui/more'
import { EmptyState } from '@/ui/states'

export default function IssuesPage({ tenant }: { tenant: string }) {
  const { t } = useI18n()
  const [search, setSearch] = useSearchParams()
  const filter: IssueFilter = { state: search.get('state') ?? '', theme: search.get('theme') ?? '', region: search.get('region') ?? '' }
  const filtered = Object.values(filter).some(Boolean)
  const taxonomy = useQuery(taxonomyQuery(tenant))
  const { data: owner } = useQuery(tenantQuery(tenant))
  const query = useInfiniteQuery(issuesQuery(tenant, filter))
  useCountSaid(filter, query.data ? { count: query.data.pages.flatMap((page) => page.items).length, more: query.hasNextPage } : null)
  const change = (name: keyof IssueFilter, value: string) =>
    setSearch((current) => {
      const next = new URLSearchParams(current)
      if (value) next.set(name, value)
      else next.delete(name)
      return next
    })
  return (
    <div className="np-stack">
      <PageHead title={t('issues-title')} lead={t('issues-lead')}>
        {owner?.data.can.propose ? (
          <div>
            <ButtonLink href={paths.newIssue(tenant)}>{t(owner.data.can.convene ? 'issue-new' : 'issue-propose-new')}</ButtonLink>
          </div>
        ) : null}
      </PageHead>
      <IssueFilters filter={filter} themes={taxonomy.data?.themes ?? []} regions={taxonomy.data?.regions ?? []} onChange={change} />
      <FollowSection terms={[...(taxonomy.data?.themes ?? []), ...(taxonomy.data?.regions ?? [])].filter((term) => term.id === filter.theme || term.id === filter.region)} />
      <Loaded query={query}>
        {({ pages }) => {
          const items = pages.flatMap((page) => page.items)
          if (items.length === 0) {
            return (
              <EmptyState title={t(filtered ? 'issues-filtered-title' : 'issues-none-title')} action={filtered ? <a href={paths.issues(tenant)}>{t('filter-clear')}</a> : null}>
                {t(filtered ? 'issues-filtered-text' : 'issues-none-text')}
              </EmptyState>
            )
          }
          return (
            <>
              <h2 className="np-hidden">{t('issues-found')}</h2>
              <ul role="list" className="np-cards">
                {items.map((issue) => (
                  <IssueCard key={issue.id} issue={issue} />
                ))}
              </ul>
              <More query={query} />
            </>
          )
        }}
      </Loaded>
      {filter.state === '' ? <Joined tenant={tenant} theme={filter.theme} region={filter.region} /> : null}
    </div>
  )
}

/** The issues of others that this organisation picks up together with them, and the way to what is asked about it. */
function Joined({ tenant, theme, region }: { tenant: string; theme: string; region: string }) {
  const { t } = useI18n()
  const me = useSession()
  const { data: issues = [] } = useQuery(joinedIssuesQuery(tenant, { theme, region }))
  const decides = decidesFor(me).some((own) => own.tenant === tenant)
  return (
    <>
      {decides ? (
        <p>
          <a href={paths.joins(tenant)}>{t('joins-show')}</a> · <a href={paths.emergencies(tenant)}>{t('emergency-title')}</a>
        </p>
      ) : null}
      {issues.length > 0 ? (
        <section className="np-stack" aria-labelledby="joined-title">
          <h2 id="joined-title">{t('joined-issues-title')}</h2>
          <ul role="list" className="np-cards">
            {issues.map((issue) => (
              <IssueCard key={issue.id} issue={issue} tenantName={t('issue-of', { name: issue.tenantName })} />
            ))}
          </ul>
        </section>
      ) : null}
    </>
  )
}
