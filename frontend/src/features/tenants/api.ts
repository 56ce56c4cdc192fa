import { queryOptions } from '@tanstack/react-query'
import { get, request, tenantPath } from '@/api/client'
import type { PageKind, Tenant, TenantChanges, TenantRole, Term, TextPage } from '@/api/types'

export const tenantsQuery = queryOptions({
  queryKey: ['tenants'],
  queryFn: ({ signal }) => get<{ items: Tenant[] }>('/v1/tenants', { signal }).then((list) => list.items),
  staleTime: 5 * 60_000,
})

/** An organisation with the version that an edit starts from. */
export const tenantQuery = (tenant: string) =>
  queryOptions({
    queryKey: ['tenant', tenant],
    queryFn: ({ signal }) => request<Tenant>('GET', tenantPath(tenant), { signal }),
    staleTime: 5 * 60_000,
  })

export const changeTenant = (tenant: string, changes: TenantChanges, etag: string) => request<Tenant>('PATCH', tenantPath(tenant), { body: changes, ifMatch: etag })

export const textPageQuery = (tenant: string, kind: PageKind) =>
  queryOptions({
    queryKey: ['text-page', tenant, kind],
    queryFn: ({ signal }) => request<TextPage>('GET', tenantPath(tenant, 'pages', kind), { signal }),
  })

export const writeTextPage = (tenant: string, kind: PageKind, body: string, etag: string) =>
  request<TextPage>('PUT', tenantPath(tenant, 'pages', kind), { body: { body }, ifMatch: etag })

export interface Member {
  person: string
  /** Empty until the person gave one. */
  name: string
  role: TenantRole
  /** The reader. */
  you: boolean
}

export const membersQuery = (tenant: string) =>
  queryOptions({
    queryKey: ['members', tenant],
    queryFn: ({ signal }) => get<{ items: Member[] }>(tenantPath(tenant, 'members'), { signal }).then((list) => list.items),
  })

export const inviteMember = (tenant: string, email: string, role: TenantRole, idempotencyKey: string) =>
  request('POST', tenantPath(tenant, 'members'), { body: { email, role }, idempotencyKey })

export const changeMember = (tenant: string, person: string, role: TenantRole) => request('PATCH', tenantPath(tenant, 'members', person), { body: { role } })

export const removeMember = (tenant: string, person: string) => request('DELETE', tenantPath(tenant, 'members', person))

export interface Taxonomy {
  themes: Term[]
  expertise: Term[]
  regions: Term[]
}

const ofKind = (terms: Term[], kind: Term['kind']): Term[] => terms.filter((term) => term.kind === kind)

export const taxonomyQuery = (tenant: string) =>
  queryOptions({
    queryKey: ['taxonomy', tenant],
    queryFn: ({ signal }) => get<{ items: Term[] }>(tenantPath(tenant, 'terms'), { signal }).then(({ items }): Taxonomy => ({ themes: ofKind(items, 'theme'), expertise: ofKind(items, 'expertise'), regions: ofKind(items, 'region') })),
    staleTime: 10 * 60_000,
  })
