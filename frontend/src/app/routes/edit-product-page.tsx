import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useCallback } from 'react'
import type { ProductView } from '@/api/types'
import { go } from '@/app/links'
import { Loaded } from '@/app/loaded'
import { PageHead } from '@/app/layouts/page-head'
import { MayEdit } from '@/app/may-edit'
import { paths } from '@/app/paths'
import { productKey, productQuery, productsKey } from '@/features/knowledge/api'
import { ProductEditor } from '@/features/knowledge/components/product-editor'
import { taxonomyQuery } from '@/features/tenants/api'
import { useI18n } from '@/i18n'
import { toast } from '@/ui/toast'

export default function EditProductPage({ tenant, product: id }: { tenant: string; product: string }) {
  const { t } = useI18n()
  const client = useQueryClient()
  const query = useQuery({ ...productQuery(tenant, id), refetchOnWindowFocus: false })
  const taxonomy = useQuery(taxonomyQuery(tenant))
  const keep = useCallback((saved: ProductView) => client.setQueryData(productKey(tenant, id), saved), [client, tenant, id])
  const reload = useCallback(() => client.fetchQuery({ ...productQuery(tenant, id), staleTime: 0 }), [client, tenant, id])
  return (
    <Loaded query={query}>
      {(product) => (
        <MayEdit may={product.can.change}>
          <PageHead
            title={product.edition > 0 ? t('product-edit-next', { edition: product.edition + 1 }) : t('product-edit')}
            about={product.title}
            crumb={{ href: paths.product(tenant, id), name: product.title || t('product-untitled') }}
            {...(product.edition > 0 ? { lead: t('product-edit-next-lead') } : {})}
          />
          <ProductEditor
            tenant={tenant}
            product={product}
            themes={taxonomy.data?.themes ?? []}
            regions={taxonomy.data?.regions ?? []}
            reload={reload}
            onSaved={keep}
            onPublished={(published) => {
              keep(published)
              void client.invalidateQueries({ queryKey: productsKey(tenant) })
              toast(t('product-published'))
              go(paths.product(tenant, id))
            }}
          />
        </MayEdit>
      )}
    </Loaded>
  )
}
