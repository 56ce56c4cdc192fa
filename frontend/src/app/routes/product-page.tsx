import { useQuery } from '@tanstack/react-query'
import { Loaded } from '@/app/loaded'
import { PageHead } from '@/app/layouts/page-head'
import { paths } from '@/app/paths'
import { productQuery } from '@/features/knowledge/api'
import { ProductLine } from '@/features/knowledge/components/product-card'
import { FollowSection } from '@/features/notifications/components/follow-section'
import { useI18n } from '@/i18n'
import { ServerHtml } from '@/ui/html'
import { EmptyState } from '@/ui/states'

export default function ProductPage({ tenant, product: id }: { tenant: string; product: string }) {
  const { t, locale } = useI18n()
  const query = useQuery(productQuery(tenant, id))
  return (
    <Loaded query={query}>
      {(product) => (
        <article className="np-stack np-stack--loose" lang={product.lang}>
          <PageHead title={product.title || t('product-untitled')} crumb={{ href: paths.knowledge(tenant), name: t('knowledge-title') }} lead={product.summary}>
            <ProductLine product={product} />
          </PageHead>
          {product.html ? <ServerHtml html={product.html} /> : null}
          {!product.html && product.files.length === 0 ? <EmptyState title={t('product-empty')} /> : null}
          {product.files.length > 0 ? (
            <section className="np-stack np-stack--tight">
              <h2>{t('product-files')}</h2>
              <ul>
                {product.files.map((file) => (
                  <li key={file.id}>
                    <a href={file.url} download>
                      {file.name}
                    </a>{' '}
                    <span className="np-soft">{fileSize(locale, file.size)}</span>
                  </li>
                ))}
              </ul>
            </section>
          ) : null}
          {product.sources.length > 0 ? (
            <section className="np-stack np-stack--tight">
              <h2>{t('product-sources')}</h2>
              <ul>
                {product.sources.map((issue) => (
                  <li key={issue.id}>
                    <a href={paths.issue(tenant, issue.id)} dir="auto">
                      {issue.title || t('issue-untitled')}
                    </a>
                  </li>
                ))}
              </ul>
            </section>
          ) : null}
          <FollowSection terms={product.terms} />
        </article>
      )}
    </Loaded>
  )
}

function fileSize(locale: string, bytes: number): string {
  const large = bytes >= 1_000_000
  return new Intl.NumberFormat(locale, { style: 'unit', unit: large ? 'megabyte' : 'kilobyte', maximumFractionDigits: large ? 1 : 0 }).format(Math.max(bytes / (large ? 1_000_000 : 1000), 1))
}
