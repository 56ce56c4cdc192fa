import { queryOptions } from '@tanstack/react-query'
import { get, post, put, tenantPath } from '@/api/client'
import type { IssueItem, Join, Me } from '@/api/types'

const joins = (tenant: string, ...rest: string[]) => tenantPath(tenant, 'joins', ...rest)

/** What an organisation picks up together with others, and what it asks and is asked. */
export const joinsQuery = (tenant: string) =>
  queryOptions({
    queryKey: ['joins', tenant],
    queryFn: ({ signal }) => get<{ items: Join[] }>(joins(tenant), { signal }).then((list) => list.items),
  })

/** What waits for an answer of the reader. */
export const myJoinsQuery = queryOptions({
  queryKey: ['my-joins'],
  queryFn: ({ signal }) => get<{ items: Join[] }>('/v1/me/joins', { signal }).then((list) => list.items),
})

export type JoinedIssue = IssueItem & { tenantName: string }

export const joinedIssuesQuery = (tenant: string, filter: { theme: string; region: string }) =>
  queryOptions({
    queryKey: ['joined-issues', tenant, filter],
    queryFn: ({ signal }) => get<{ items: JoinedIssue[] }>(tenantPath(tenant, 'joined-issues'), { query: filter, signal }).then((list) => list.items),
  })

export interface JoinAsk {
  owner: string
  issue: string
  organisation: string
  motivation: string
}

export const askToJoin = (as: string, ask: JoinAsk, idempotencyKey: string) => post<Join>(joins(as), { body: ask, idempotencyKey })
export const acceptJoin = (tenant: string, join: string) => post<Join>(joins(tenant, join, '_accept'), {})
export const declineJoin = (tenant: string, join: string, reason: string) => post<Join>(joins(tenant, join, '_decline'), { body: { reason } })
export const endJoin = (tenant: string, join: string, reason: string) => post(joins(tenant, join, '_end'), { body: { reason: reason.trim() || null } })
export const placeJoined = (tenant: string, join: string, terms: string[]) => put<Join>(joins(tenant, join, 'terms'), { body: { terms } })

type Membership = Me['memberships'][number]

/** The organisations for which somebody asks and answers. */
export const decidesFor = (me: Me | null | undefined): Membership[] => (me?.memberships ?? []).filter(({ role }) => role === 'owner' || role === 'convener')
