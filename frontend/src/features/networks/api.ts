import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import { get, post, request, tenantPath } from '@/api/client'
import { everyPage } from '@/api/every-page'
import type { Network, NetworkForm, NetworkItem } from '@/api/types'

interface PageOf<T> {
  items: T[]
  next?: string | null
}

export const networksQuery = (tenant: string) =>
  infiniteQueryOptions({
    queryKey: ['networks', tenant],
    queryFn: ({ pageParam, signal }) => get<PageOf<NetworkItem>>(tenantPath(tenant, 'networks'), { query: { cursor: pageParam, limit: 24 }, signal }),
    initialPageParam: '',
    getNextPageParam: (page) => page.next ?? undefined,
  })

/** All that the reader may see, to choose from. */
export const everyNetworkQuery = (tenant: string) =>
  queryOptions({
    queryKey: ['networks', tenant, 'every'],
    queryFn: ({ signal }) => everyPage((page) => get<PageOf<NetworkItem>>(tenantPath(tenant, 'networks'), { query: page, signal })),
  })

export const networkQuery = (tenant: string, network: string) =>
  queryOptions({
    queryKey: ['network', tenant, network],
    queryFn: ({ signal }) => get<Network>(tenantPath(tenant, 'networks', network), { signal }),
  })

export const foundNetwork = (tenant: string, form: NetworkForm, idempotencyKey: string) => post<Network>(tenantPath(tenant, 'networks'), { body: form, idempotencyKey })

export const changeNetwork = (tenant: string, network: string, form: NetworkForm, version: number) =>
  request<Network>('PATCH', tenantPath(tenant, 'networks', network), { body: form, ifMatch: `"${String(version)}"` }).then((reply) => reply.data)

export const agreeWithRules = (tenant: string, network: string, rulesVersion: number) => post<Network>(tenantPath(tenant, 'networks', network, '_agree'), { body: { rulesVersion } })

export const putHouseRules = (tenant: string, network: string, houseRules: string, rulesVersion: number) =>
  request<Network>('PUT', tenantPath(tenant, 'networks', network, 'house-rules'), { body: { houseRules, rulesVersion } }).then((reply) => reply.data)
