import { useInfiniteQuery } from '@tanstack/react-query'
import { useI18n } from '@/i18n'
import { More } from '@/ui/more'
import { shelfQuery } from '../api'
import { ProductCard } from './product-card'

interface Props {
  tenant: string
  source: string
  kind: 'issue' | 'network'
}

/** The knowledge that came out of an issue or a network; nothing at all while there is none. */
export default function Shelf({ tenant, source, kind }: Props) {
  const { t } = useI18n()
  const query = useInfiniteQuery(shelfQuery(tenant, source))
  const products = (query.data?.pages ?? []).flatMap((page) => page.items)
  if (products.length === 0) return null
  return (
    <section className="np-stack" aria-labelledby="shelf-title">
      <h2 id="shelf-title">{t(kind === 'network' ? 'shelf-network' : 'shelf-issue')}</h2>
      <ul role="list" className="np-cards">
        {products.map((product) => (
          <ProductCard key={product.id} product={product} />
        ))}
      </ul>
      <More query={query} />
    </section>
  )
}
