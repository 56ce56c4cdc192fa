import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import { get, request } from '@/api/client'
import type { Term } from '@/api/types'
import type { Audience, FacetKind, MyFacets } from './api'

export type Looker = 'owner' | 'convener' | 'publisher' | 'facilitator' | 'operator'
export type Sight = 'directory' | 'suggestions' | 'members' | 'participants' | 'hands' | 'invited' | 'archive'

/** A day on which somebody in a role saw me, however often. */
export interface Look {
  /** As `2026-11-27`. */
  day: string
  organisation: string
  looker: Looker
  sight: Sight
}

export const looksQuery = infiniteQueryOptions({
  queryKey: ['my-looks'],
  queryFn: ({ pageParam, signal }) => get<{ items: Look[]; next?: string | null }>('/v1/me/looks', { query: { cursor: pageParam, limit: 30 }, signal }),
  initialPageParam: '',
  getNextPageParam: (page) => page.next ?? undefined,
})

export type ConsentKind = FacetKind | 'experience' | 'story' | 'languages' | 'organisation-role'

export interface Consent {
  /** None when it is no word, or one that is gone. */
  term?: Term | null
  /** Where, of what I do at an organisation. */
  organisation?: string | null
  kind: ConsentKind
  audience: Audience
  /** Of the words that were agreed to. */
  version: string
  givenAt: string
  /** When it was taken back, or gave way to another. */
  endedAt?: string | null
}

export const consentsQuery = queryOptions({
  queryKey: ['my-consents'],
  queryFn: ({ signal }) => get<{ items: Consent[] }>('/v1/me/consents', { signal }).then((list) => list.items),
})

/** Found by nobody from now on, or again as before. */
export const setHidden = (hidden: boolean) => request<MyFacets>('POST', `/v1/me/facets/${hidden ? '_hide' : '_show'}`, {})

/** Whoever finds me may ask me for contact from now on, or nobody. */
export const letAsk = (contactable: boolean) => request<MyFacets>('POST', `/v1/me/facets/${contactable ? '_open' : '_close'}`, {})

/** The server makes it when it is asked for. */
export const COPY = '/v1/me/records'
