import { queryOptions } from '@tanstack/react-query'
import { get, request, tenantPath } from '@/api/client'
import type { Term } from '@/api/types'

export type FacetKind = 'expertise' | 'interest' | 'region'
/** From nobody to everyone who signed in. */
export type Audience = 'nobody' | 'facilitators' | 'tenants' | 'platform'

interface Facet {
  term: Term
  kind: FacetKind
  audience: Audience
  consentedAt: string
}

export interface MyFacets {
  items: Facet[]
  invitationsPerMonth: number
  /** Found by nobody, whatever the facets say. */
  hidden: boolean
  /** Whoever finds me may ask me for contact. */
  contactable: boolean
}

interface FacetsForm {
  facets: { term: string; audience: Audience }[]
  invitationsPerMonth: number
  hidden: boolean
}

/** What one says of oneself, with the version that an edit starts from. */
export const myFacetsQuery = queryOptions({
  queryKey: ['my-facets'],
  queryFn: ({ signal }) => request<MyFacets>('GET', '/v1/me/facets', { signal }),
})

export const declareFacets = (form: FacetsForm, etag: string) => request<MyFacets>('PUT', '/v1/me/facets', { body: form, ifMatch: etag })

export interface PeopleFilter {
  q: string
  expertise: string
  interest: string
  region: string
}

export type HitReason = { kind: 'name' } | { kind: FacetKind; term: Term }

export interface Person {
  person: string
  name: string
  facets: { kind: FacetKind; term: Term }[]
  experience?: string | null
  story?: string | null
  /** ISO 639 codes. */
  languages: string[]
  /** What they do at organisations that have them as a member. */
  roles: { organisation: string; role: string }[]
  reasons: HitReason[]
  can: { contact: boolean; nominate: boolean }
}

export const peopleQuery = (tenant: string, filter: PeopleFilter) =>
  queryOptions({
    queryKey: ['people', tenant, filter],
    queryFn: ({ signal }) => get<{ items: Person[] }>(tenantPath(tenant, 'people'), { query: { ...filter }, signal }).then((list) => list.items),
  })
