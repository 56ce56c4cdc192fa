import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { useSearchParams } from 'wouter'
import { Loaded } from '@/app/loaded'
import { PageHead } from '@/app/layouts/page-head'
import { paths } from '@/app/paths'
import { type ProductFilter, productsQuery, unpublishedQuery } from '@/features/knowledge/api'
import { ProductCard } from '@/features/knowledge/components/product-card'
import { KIND, KINDS } from '@/features/knowledge/words'
import { taxonomyQuery, tenantQuery } from '@/features/tenants/api'
import { useI18n } from '@/i18n'
import { useCountSaid } from '@/lib/use-count-said'
import { ButtonLink } from '@/ui/button'
import { More } from '@/ui/more'
import { Select } from '@/ui/field'
import { EmptyState } from '@/ui/states'
import { TermSelect } from '@/ui/term-select'

export default function KnowledgePage({ tenant }: { tenant: string }) {
  const { t } = useI18n()
  const [search, setSearch] = useSearchParams()
  const filter: ProductFilter = { kind: search.get('soort') ?? '', theme: search.get('thema') ?? '', region: search.get('regio') ?? '' }
  const isFiltered = Object.values(filter).some(Boolean)
  const { data: owner } = useQuery(tenantQuery(tenant))
  const taxonomy = useQuery(taxonomyQuery(tenant))
  const query = useInfiniteQuery(productsQuery(tenant, filter))
  useCountSaid(filter, query.data ? { count: query.data.pages.flatMap((page) => page.items).length, more: query.hasNextPage } : null)
  const narrow = (name: string, value: string) =>
    setSearch((current) => {
      const next = new URLSearchParams(current)
      if (value) next.set(name, value)
      else next.delete(name)
      return next
    })
  const mayPublish = owner?.data.can.publish ?? false
  return (
    <div className="np-stack">
      <PageHead title={t('knowledge-title')} lead={t('knowledge-lead')}>
        {mayPublish ? (
          <div>
            <ButtonLink href={paths.newProduct(tenant)}>{t('product-new')}</ButtonLink>
          </div>
        ) : null}
      </PageHead>
      {mayPublish ? <Unpublished tenant={tenant} state="draft" /> : null}
      <search className="np-filters" aria-label={t('knowledge-filter')}>
        <Select label={t('product-kind')} value={filter.kind} onChange={(event) => narrow('soort', event.currentTarget.value)}>
          <option value="">{t('filter-all')}</option>
          {KINDS.map((one) => (
            <option key={one} value={one}>
              {t(KIND[one])}
            </option>
          ))}
        </Select>
        <TermSelect label={t('filter-theme')} all={t('filter-all')} terms={taxonomy.data?.themes ?? []} value={filter.theme} onChange={(value) => narrow('thema', value)} />
        <TermSelect label={t('filter-region')} all={t('filter-all')} terms={taxonomy.data?.regions ?? []} value={filter.region} onChange={(value) => narrow('regio', value)} />
      </search>
      <Loaded query={query}>
        {({ pages }) => {
          const items = pages.flatMap((page) => page.items)
          if (items.length === 0) {
            return (
              <EmptyState title={t(isFiltered ? 'issues-filtered-title' : 'knowledge-none-title')} action={isFiltered ? <a href={paths.knowledge(tenant)}>{t('filter-clear')}</a> : null}>
                {t(isFiltered ? 'knowledge-filtered-text' : 'knowledge-none-text')}
              </EmptyState>
            )
          }
          return (
            <>
              <h2 className="np-hidden">{t('knowledge-found')}</h2>
              <ul role="list" className="np-cards">
                {items.map((product) => (
                  <ProductCard key={product.id} product={product} />
                ))}
              </ul>
              <More query={query} />
            </>
          )
        }}
      </Loaded>
      {mayPublish ? <Unpublished tenant={tenant} state="retired" /> : null}
    </div>
  )
}

/** What its publishers are working on, or took from the shelf; nobody else sees it. */
function Unpublished(props: { tenant: string; state: 'draft' | 'retired' }) {
  const { t } = useI18n()
  const { data } = useQuery(unpublishedQuery(props.tenant, props.state))
  if (!data || data.length === 0) return null
  return (
    <section className="np-stack np-stack--tight">
      <h2>{t(props.state === 'draft' ? 'knowledge-drafts' : 'knowledge-retired')}</h2>
      <ul role="list" className="np-cards">
        {data.map((product) => (
          <ProductCard key={product.id} product={product} />
        ))}
      </ul>
    </section>
  )
}
