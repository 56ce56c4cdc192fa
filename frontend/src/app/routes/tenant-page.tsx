import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { Loaded } from '@/app/loaded'
import { PageHead } from '@/app/layouts/page-head'
import { paths } from '@/app/paths'
import { useSession } from '@/api/session'
import { issuesQuery } from '@/features/issues/api'
import { IssueCard } from '@/features/issues/components/issue-card'
import { productsQuery } from '@/features/knowledge/api'
import { ProductCard } from '@/features/knowledge/components/product-card'
import { FollowOrganisation } from '@/features/notifications/components/follow-organisation'
import { FollowSection } from '@/features/notifications/components/follow-section'
import { taxonomyQuery, tenantQuery } from '@/features/tenants/api'
import { useI18n } from '@/i18n'
import { firstParagraph } from '@/lib/text'
import { ButtonLink } from '@/ui/button'
import { EmptyState } from '@/ui/states'

const ALIVE = { state: 'orientation,open,concluding', theme: '', region: '' }
const ENDED = { state: 'closed,archived', theme: '', region: '' }

/** Whose space this is, what is talked about, and what came of it. */
export default function TenantPage({ tenant }: { tenant: string }) {
  const { t } = useI18n()
  const query = useQuery(tenantQuery(tenant))
  return (
    <Loaded query={query}>
      {({ data }) => (
        <div className="np-stack np-stack--loose">
          <PageHead title={data.name} lead={firstParagraph(data.about)}>
            <div className="np-row">
              {data.can.convene || data.can.propose ? <ButtonLink href={paths.newIssue(tenant)}>{t(data.can.convene ? 'issue-new' : 'issue-propose-new')}</ButtonLink> : null}
              <a href={paths.tenantPage(tenant, 'about')}>{t('page-about')}</a>
            </div>
            <FollowOrganisation id={data.id} name={data.name} />
          </PageHead>
          <Alive tenant={tenant} />
          <CameOfIt tenant={tenant} />
          <Knowledge tenant={tenant} />
          <Themes tenant={tenant} />
        </div>
      )}
    </Loaded>
  )
}

function Alive({ tenant }: { tenant: string }) {
  const { t } = useI18n()
  const issues = useInfiniteQuery(issuesQuery(tenant, ALIVE))
  return (
    <section className="np-stack" aria-labelledby="alive-title">
      <h2 id="alive-title">{t('tenant-alive')}</h2>
      <Loaded query={issues}>
        {({ pages }) => {
          const items = pages[0]?.items ?? []
          if (items.length === 0) return <EmptyState title={t('issues-none-title')}>{t('issues-none-text')}</EmptyState>
          return (
            <>
              <ul role="list" className="np-cards">
                {items.slice(0, 6).map((issue) => (
                  <IssueCard key={issue.id} issue={issue} />
                ))}
              </ul>
              <p>
                <a href={paths.issues(tenant)}>{t('tenant-all-issues')}</a>
              </p>
            </>
          )
        }}
      </Loaded>
    </section>
  )
}

/** Left out when there is nothing yet: an empty shelf says nothing. */
function CameOfIt({ tenant }: { tenant: string }) {
  const { t } = useI18n()
  const { data } = useInfiniteQuery(issuesQuery(tenant, ENDED))
  const items = data?.pages[0]?.items ?? []
  if (items.length === 0) return null
  return (
    <section className="np-stack" aria-labelledby="ended-title">
      <h2 id="ended-title">{t('tenant-ended')}</h2>
      <ul role="list" className="np-cards">
        {items.slice(0, 3).map((issue) => (
          <IssueCard key={issue.id} issue={issue} />
        ))}
      </ul>
    </section>
  )
}

function Knowledge({ tenant }: { tenant: string }) {
  const { t } = useI18n()
  const { data } = useInfiniteQuery(productsQuery(tenant, { kind: '', theme: '', region: '' }))
  const items = data?.pages[0]?.items.filter((product) => product.publishedAt) ?? []
  if (items.length === 0) return null
  return (
    <section className="np-stack" aria-labelledby="knowledge-title">
      <h2 id="knowledge-title">{t('tenant-knowledge')}</h2>
      <ul role="list" className="np-cards">
        {items.slice(0, 3).map((product) => (
          <ProductCard key={product.id} product={product} />
        ))}
      </ul>
      <p>
        <a href={paths.knowledge(tenant)}>{t('tenant-all-knowledge')}</a>
      </p>
    </section>
  )
}

/** For who is signed in: hear of what is new on a subject. */
function Themes({ tenant }: { tenant: string }) {
  const me = useSession()
  const { data } = useQuery({ ...taxonomyQuery(tenant), enabled: Boolean(me) })
  return <FollowSection terms={data?.themes ?? []} />
}
