import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Loaded } from '@/app/loaded'
import { PageHead } from '@/app/layouts/page-head'
import { PrintedFrom } from '@/app/layouts/printed-from'
import { ShareButton } from '@/app/layouts/share-button'
import { paths } from '@/app/paths'
import { productKey, productQuery, productsKey } from '@/features/knowledge/api'
import { ProductActs } from '@/features/knowledge/components/product-acts'
import { ProductLine } from '@/features/knowledge/components/product-card'
import { FollowSection } from '@/features/notifications/components/follow-section'
import { ProductFiles } from '@/features/knowledge/components/product-files'
import { useI18n } from '@/i18n'
import { inLanguage } from '@/lib/languages'
import { Button } from '@/ui/button'
import { ServerHtml } from '@/ui/html'
import { EmptyState } from '@/ui/states'
import '@/features/knowledge/knowledge.css'

export default function ProductPage({ tenant, product: id }: { tenant: string; product: string }) {
  const { t } = useI18n()
  const client = useQueryClient()
  const query = useQuery(productQuery(tenant, id))
  return (
    <Loaded query={query}>
      {(product) => (
        <article className="np-stack np-stack--loose">
          <PageHead title={product.title || t('product-untitled')} crumb={{ href: paths.knowledge(tenant), name: t('knowledge-title') }} lead={product.summary} lang={product.title ? product.lang : undefined}>
            <ProductLine product={product} edition={product.edition} />
          </PageHead>
          <ProductActs
            tenant={tenant}
            product={product}
            onChanged={(changed) => {
              client.setQueryData(productKey(tenant, id), changed)
              void client.invalidateQueries({ queryKey: productsKey(tenant) })
            }}
          />
          {product.html ? (
            <div lang={product.lang}>
              <ServerHtml html={product.html} className="np-article" language={inLanguage(product.lang)} />
            </div>
          ) : null}
          {!product.html && product.files.length === 0 ? <EmptyState title={t('product-empty')} /> : null}
          <ProductFiles files={product.files} />
          {product.sources.length > 0 ? (
            <section className="np-stack np-stack--tight">
              <h2>{t('product-sources')}</h2>
              <ul>
                {product.sources.map((issue) => (
                  <li key={issue.id}>
                    <a href={(issue.kind === 'network' ? paths.network : paths.issue)(tenant, issue.id)} dir="auto">
                      {issue.title || t('issue-untitled')}
                    </a>
                  </li>
                ))}
              </ul>
            </section>
          ) : null}
          <FollowSection terms={product.terms} />
          <div className="np-no-print">
            <Button onClick={() => window.print()}>
              {t('action-print')}
            </Button>
          </div>
          {product.state === 'published' ? <ShareButton title={product.title} /> : null}
          <PrintedFrom code={product.state === 'published' ? paths.productCode(tenant, id) : undefined} />
        </article>
      )}
    </Loaded>
  )
}
