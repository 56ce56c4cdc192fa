import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { Loaded } from '@/app/loaded'
import { PageHead } from '@/app/layouts/page-head'
import { paths } from '@/app/paths'
import { issuesQuery } from '@/features/issues/api'
import { IssueCard } from '@/features/issues/components/issue-card'
import { tenantQuery } from '@/features/tenants/api'
import { useI18n } from '@/i18n'
import { firstParagraph } from '@/lib/text'
import { ButtonLink } from '@/ui/button'
import { EmptyState } from '@/ui/states'

const ALIVE = { state: 'orientation,open,concluding', theme: '', region: '' }

export default function TenantPage({ tenant }: { tenant: string }) {
  const { t } = useI18n()
  const query = useQuery(tenantQuery(tenant))
  const issues = useInfiniteQuery(issuesQuery(tenant, ALIVE))
  return (
    <Loaded query={query}>
      {({ data }) => (
        <div className="np-stack np-stack--loose">
          <PageHead title={data.name} lead={firstParagraph(data.about)}>
            <div className="np-row">
              {data.can.convene || data.can.propose ? <ButtonLink href={paths.newIssue(tenant)}>{t(data.can.convene ? 'issue-new' : 'issue-propose-new')}</ButtonLink> : null}
              <a href={paths.issues(tenant)}>{t('tenant-all-issues')}</a>
            </div>
          </PageHead>
          <section className="np-stack">
            <h2>{t('tenant-alive')}</h2>
            <Loaded query={issues}>
              {({ pages }) => {
                const items = pages[0]?.items ?? []
                if (items.length === 0) return <EmptyState title={t('issues-none-title')}>{t('issues-none-text')}</EmptyState>
                return (
                  <ul role="list" className="np-cards">
                    {items.slice(0, 6).map((issue) => (
                      <IssueCard key={issue.id} issue={issue} />
                    ))}
                  </ul>
                )
              }}
            </Loaded>
          </section>
        </div>
      )}
    </Loaded>
  )
}
