import { useInfiniteQuery } from '@tanstack/react-query'
import { useSearchParams } from 'wouter'
import { Loaded } from '@/app/loaded'
import { PageHead } from '@/app/layouts/page-head'
import { paths } from '@/app/paths'
import { productsQuery } from '@/features/knowledge/api'
import { ProductCard } from '@/features/knowledge/components/product-card'
import { KIND, KINDS } from '@/features/knowledge/words'
import { useI18n } from '@/i18n'
import { Button } from '@/ui/button'
import { Select } from '@/ui/field'
import { EmptyState } from '@/ui/states'

export default function KnowledgePage({ tenant }: { tenant: string }) {
  const { t } = useI18n()
  const [search, setSearch] = useSearchParams()
  const kind = search.get('soort') ?? ''
  const query = useInfiniteQuery(productsQuery(tenant, kind))
  return (
    <div className="np-stack">
      <PageHead title={t('knowledge-title')} lead={t('knowledge-lead')} />
      <search className="np-measure" aria-label={t('knowledge-filter')}>
        <Select label={t('product-kind')} value={kind} onChange={(event) => setSearch(event.currentTarget.value ? { soort: event.currentTarget.value } : {})}>
          <option value="">{t('filter-all')}</option>
          {KINDS.map((one) => (
            <option key={one} value={one}>
              {t(KIND[one])}
            </option>
          ))}
        </Select>
      </search>
      <Loaded query={query}>
        {({ pages }) => {
          const items = pages.flatMap((page) => page.items)
          if (items.length === 0) {
            return (
              <EmptyState title={t(kind ? 'issues-filtered-title' : 'knowledge-none-title')} action={kind ? <a href={paths.knowledge(tenant)}>{t('filter-clear')}</a> : null}>
                {t(kind ? 'knowledge-filtered-text' : 'knowledge-none-text')}
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
              {query.hasNextPage ? (
                <div>
                  <Button busy={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
                    {t('list-more')}
                  </Button>
                </div>
              ) : null}
            </>
          )
        }}
      </Loaded>
    </div>
  )
}
