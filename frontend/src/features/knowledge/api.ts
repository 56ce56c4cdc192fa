import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import { get, post, request, tenantPath } from '@/api/client'
import { everyPage } from '@/api/every-page'
import type { FileView, IssueItem, ProductForm, ProductView } from '@/api/types'
import { type Upload, upload } from '@/api/upload'

export type Product = ProductView
export type ProductKind = Product['kind']
export type ProductItem = Pick<Product, 'id' | 'tenant' | 'kind' | 'state' | 'title' | 'summary' | 'lang' | 'terms' | 'publishedAt'>
export type ProductFile = Product['files'][number]
export type SourceIssue = Product['sources'][number]

export interface ProductFilter {
  kind: string
  theme: string
  region: string
}

interface List {
  items: ProductItem[]
  next?: string | null
}

export const productsKey = (tenant: string) => ['products', tenant]

export const productsQuery = (tenant: string, filter: ProductFilter) =>
  infiniteQueryOptions({
    queryKey: [...productsKey(tenant), filter],
    queryFn: ({ pageParam, signal }) => get<List>(tenantPath(tenant, 'products'), { query: { ...filter, state: 'published', cursor: pageParam, limit: 24 }, signal }),
    initialPageParam: '',
    getNextPageParam: (page) => page.next ?? undefined,
  })

/** What came out of an issue or a network. */
export const shelfQuery = (tenant: string, source: string) =>
  infiniteQueryOptions({
    queryKey: [...productsKey(tenant), 'shelf', source],
    queryFn: ({ pageParam, signal }) => get<List>(tenantPath(tenant, 'products'), { query: { issue: source, state: 'published', cursor: pageParam, limit: 12 }, signal }),
    initialPageParam: '',
    getNextPageParam: (page) => page.next ?? undefined,
  })

/** The issues and networks out of which it may have come: all that its writer may see. */
export const sourcesQuery = (tenant: string) =>
  queryOptions({
    queryKey: ['issues', tenant, 'sources'],
    queryFn: ({ signal }) => everyPage<SourceIssue>((page) => get<{ items: IssueItem[]; next?: string | null }>(tenantPath(tenant, 'issues'), { query: { ...page, kind: 'all' }, signal })),
  })

/** What only publishers see: what is not out yet, and what was taken from the shelf. */
export const unpublishedQuery = (tenant: string, state: 'draft' | 'retired') =>
  queryOptions({
    queryKey: [...productsKey(tenant), state],
    queryFn: ({ signal }) => everyPage((page) => get<List>(tenantPath(tenant, 'products'), { query: { ...page, state }, signal })),
  })

export const productKey = (tenant: string, product: string) => ['product', tenant, product]
export const productQuery = (tenant: string, product: string) =>
  queryOptions({
    queryKey: productKey(tenant, product),
    queryFn: ({ signal }) => get<Product>(tenantPath(tenant, 'products', product), { signal }),
  })

export const draftProduct = (tenant: string, form: ProductForm, idempotencyKey: string) => post<Product>(tenantPath(tenant, 'products'), { body: form, idempotencyKey })

export const changeProduct = (tenant: string, product: string, form: ProductForm, version: number) =>
  request<Product>('PATCH', tenantPath(tenant, 'products', product), { body: form, ifMatch: `"${String(version)}"` }).then((reply) => reply.data)

/** Publishes what was seen last. */
export const publishProduct = (tenant: string, product: string, version: number) => post<Product>(tenantPath(tenant, 'products', product, '_publish'), { body: { version } })
export const republishProduct = (tenant: string, product: string) => post<Product>(tenantPath(tenant, 'products', product, '_publish'), { body: {} })
export const retireProduct = (tenant: string, product: string) => post<Product>(tenantPath(tenant, 'products', product, '_retire'), { body: {} })

export const sendFile = (tenant: string, file: File, idempotencyKey: string, onProgress: (part: number) => void): Upload<FileView> =>
  upload<FileView>(tenantPath(tenant, 'files'), file, idempotencyKey, onProgress)
