import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import { get, tenantPath } from '@/api/client'
import type { IssueState, Term } from '@/api/types'

export type ProductKind = 'guide' | 'factsheet' | 'study' | 'example' | 'webinar' | 'magazine'

export interface ProductItem {
  id: string
  tenant: string
  kind: ProductKind
  title: string
  summary: string
  lang: string
  terms: Term[]
  publishedAt?: string | null
}

export interface Product extends ProductItem {
  html: string
  files: { id: string; name: string; mediaType: string; size: number; url: string }[]
  sources: { id: string; title: string; state: IssueState }[]
}

export const productsQuery = (tenant: string, kind: string) =>
  infiniteQueryOptions({
    queryKey: ['products', tenant, kind],
    queryFn: ({ pageParam, signal }) =>
      get<{ items: ProductItem[]; next?: string | null }>(tenantPath(tenant, 'products'), { query: { kind, state: 'published', cursor: pageParam, limit: 24 }, signal }),
    initialPageParam: '',
    getNextPageParam: (page) => page.next ?? undefined,
  })

export const productQuery = (tenant: string, product: string) =>
  queryOptions({
    queryKey: ['product', tenant, product],
    queryFn: ({ signal }) => get<Product>(tenantPath(tenant, 'products', product), { signal }),
  })
