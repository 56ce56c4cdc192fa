import { paths } from '@/app/paths'
import { useI18n } from '@/i18n'
import { longDay } from '@/lib/dates'
import { DataBadge, StatusBadge } from '@/ui/badge'
import type { ProductItem } from '../api'
import { KIND, STATE } from '../words'

export function ProductCard({ product }: { product: ProductItem }) {
  const { t } = useI18n()
  return (
    <li className="np-card">
      <ProductLine product={product} />
      <h3 dir="auto" lang={product.lang}>
        <a className="np-card__link" href={product.state === 'draft' ? paths.editProduct(product.tenant, product.id) : paths.product(product.tenant, product.id)}>
          {product.title || t('product-untitled')}
        </a>
      </h3>
      <p dir="auto" lang={product.lang}>
        {product.summary}
      </p>
    </li>
  )
}

/** What kind of thing it is, what it is about, and since when. */
export function ProductLine({ product, edition = 0 }: { product: ProductItem; edition?: number }) {
  const { t, locale } = useI18n()
  return (
    <p className="np-row">
      <StatusBadge tone="neutral">{t(KIND[product.kind])}</StatusBadge>
      {product.state === 'published' ? null : <StatusBadge tone={STATE[product.state].tone}>{t(STATE[product.state].key)}</StatusBadge>}
      {product.terms.map((term) => (
        <DataBadge key={term.id}>{term.name}</DataBadge>
      ))}
      {product.publishedAt ? <span className="np-soft np-small">{longDay(locale, product.publishedAt)}</span> : null}
      {edition > 1 ? <span className="np-soft np-small">{t('product-edition', { edition })}</span> : null}
    </p>
  )
}
