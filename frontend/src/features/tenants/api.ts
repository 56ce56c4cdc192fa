import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import { get, request, tenantPath } from '@/api/client'
import { sessionQuery } from '@/api/session'
import type { OwnTerm, PageKind, Retention, Tenant, TenantChanges, TenantRole, Term, TextPage } from '@/api/types'
import type { Locale } from '@/i18n/catalogue'

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

/** What says what the reader may do for an organisation: stale as soon as their role in it changes. */
export const ownRightsKeys = (tenant: string) => [tenantQuery(tenant).queryKey, tenantsQuery.queryKey, sessionQuery.queryKey]

export const changeTenant = (tenant: string, changes: TenantChanges, etag: string) => request<Tenant>('PATCH', tenantPath(tenant), { body: changes, ifMatch: etag })

/** How long conversations stay, with the version that an edit starts from. */
export const retentionQuery = (tenant: string) =>
  queryOptions({
    queryKey: ['retention', tenant],
    queryFn: ({ signal }) => request<Retention>('GET', tenantPath(tenant, 'retention'), { signal }),
  })

export const setRetention = (tenant: string, years: number | null, etag: string) => request<Retention>('PUT', tenantPath(tenant, 'retention'), { body: { years }, ifMatch: etag })

/** A page is another text, with a version of its own, in each language. */
export const textPageQuery = (tenant: string, kind: PageKind, locale: Locale) =>
  queryOptions({
    queryKey: ['text-page', tenant, kind, locale],
    queryFn: ({ signal }) => request<TextPage>('GET', tenantPath(tenant, 'pages', kind), { signal }),
  })

export const writeTextPage = (tenant: string, kind: PageKind, body: string, etag: string) =>
  request<TextPage>('PUT', tenantPath(tenant, 'pages', kind), { body: { body }, ifMatch: etag })

export interface Member {
  person: string
  /** Empty until the person gave one. */
  name: string
  role: TenantRole
  /** When the role stops by itself. */
  endsAt?: string | null
  /** The reader. */
  you: boolean
}

export const membersQuery = (tenant: string) =>
  infiniteQueryOptions({
    queryKey: ['members', tenant],
    queryFn: ({ pageParam, signal }) => get<{ items: Member[]; next?: string | null }>(tenantPath(tenant, 'members'), { query: { cursor: pageParam }, signal }),
    initialPageParam: '',
    getNextPageParam: (page) => page.next ?? undefined,
  })

export const inviteMember = (tenant: string, email: string, role: TenantRole, text: string, idempotencyKey: string) =>
  request('POST', tenantPath(tenant, 'members'), { body: { email, role, ...(text.trim() ? { text } : {}) }, idempotencyKey })

export const changeMember = (tenant: string, person: string, role: TenantRole, endsAt: string | null) => request('PATCH', tenantPath(tenant, 'members', person), { body: { role, endsAt } })

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

export const ownTermsQuery = (tenant: string) =>
  queryOptions({
    queryKey: ['own-terms', tenant],
    queryFn: ({ signal }) => get<{ items: OwnTerm[] }>(tenantPath(tenant, 'own-terms'), { signal }).then((list) => list.items),
  })

interface TermText {
  nameNl: string
  nameEn: string
  synonyms: string[]
}

export const addTerm = (tenant: string, kind: Term['kind'], text: TermText, idempotencyKey: string) => request<OwnTerm>('POST', tenantPath(tenant, 'own-terms'), { body: { kind, ...text }, idempotencyKey })

export const renameTerm = (tenant: string, term: string, text: TermText) => request<OwnTerm>('PATCH', tenantPath(tenant, 'own-terms', term), { body: text })
