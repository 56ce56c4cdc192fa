import { infiniteQueryOptions } from '@tanstack/react-query'
import { get, post, request, tenantPath } from '@/api/client'
import type { Hold, HoldList } from '@/api/types'
import { endOfDay } from '@/lib/dates'

const holds = (tenant: string, ...rest: string[]) => tenantPath(tenant, 'holds', ...rest)

/** What keeps conversations of an organisation from being deleted, and what did. */
export const holdsQuery = (tenant: string) =>
  infiniteQueryOptions({
    queryKey: ['holds', tenant],
    queryFn: ({ pageParam, signal }) => get<HoldList>(holds(tenant), { query: pageParam ? { cursor: pageParam } : {}, signal }),
    initialPageParam: '',
    getNextPageParam: (page) => page.next ?? undefined,
  })

/** As it is typed: a day, and the address of an issue. */
export interface HoldWriting {
  address: string
  reason: string
  reference: string
  day: string
}

export const setHold = (tenant: string, issue: string, { reason, reference, day }: HoldWriting, idempotencyKey: string) => post<Hold>(tenantPath(tenant, 'issues', issue, 'holds'), { body: { reason, reference, until: endOfDay(day) }, idempotencyKey })

export const lengthenHold = (tenant: string, { id, version }: Pick<Hold, 'id' | 'version'>, day: string) => request<Hold>('PUT', holds(tenant, id), { body: { until: endOfDay(day) }, ifMatch: `"${String(version)}"` })

export const endHold = (tenant: string, id: string) => post<Hold>(holds(tenant, id, '_end'), {})

const PLACE = /\/(?:opgaven|netwerken)\/([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})/i

/** The issue of an address that somebody pasted; null when it is no address of one. */
export const issueOf = (address: string): string | null => PLACE.exec(address)?.[1] ?? null
