import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query'
import { get, post, tenantPath } from '@/api/client'
import type { Merge, Network, NetworkKind, NetworkTurn, OtherNetwork, Tie, Ties } from '@/api/types'

const at = (tenant: string, network: string, ...rest: string[]) => tenantPath(tenant, 'networks', network, ...rest)

/** What is between a network and others, as far as the reader may know. */
export const tiesQuery = (tenant: string, network: string) =>
  queryOptions({
    queryKey: ['ties', tenant, network],
    queryFn: ({ signal }) => get<Ties>(at(tenant, network, 'ties'), { signal }),
  })

/** Those whose name has these letters in it; all when there are none. */
export const candidatesQuery = (tenant: string, network: string, name: string) =>
  infiniteQueryOptions({
    queryKey: ['tie-candidates', tenant, network, name],
    queryFn: ({ pageParam, signal }) => get<{ items: OtherNetwork[]; next?: string | null }>(at(tenant, network, 'tie-candidates'), { query: { name, cursor: pageParam, limit: 100 }, signal }),
    initialPageParam: '',
    // What was found before stays in sight while the next is looked for.
    placeholderData: keepPreviousData,
    getNextPageParam: (page) => page.next ?? undefined,
  })

export const turnsQuery = (tenant: string, network: string) =>
  queryOptions({
    queryKey: ['network-turns', tenant, network],
    queryFn: ({ signal }) => get<{ items: NetworkTurn[] }>(at(tenant, network, 'turns'), { signal }).then((list) => list.items),
  })

export const mergeQuery = (tenant: string, network: string) =>
  queryOptions({
    queryKey: ['network-merge', tenant, network],
    queryFn: ({ signal }) => get<Merge>(at(tenant, network, 'merge'), { signal }),
  })

export const successorQuery = (tenant: string, network: string) =>
  queryOptions({
    queryKey: ['network-successor', tenant, network],
    queryFn: ({ signal }) => get<{ network?: OtherNetwork | null }>(at(tenant, network, 'successor'), { signal }).then((answer) => answer.network ?? null),
  })

export const askNetwork = (tenant: string, network: string, other: string, motivation: string, idempotencyKey: string) =>
  post<Tie>(at(tenant, network, 'ties'), { body: { network: other, motivation }, idempotencyKey })

/** What one of the two does, and whether it says why. */
export type Act = 'accept' | 'decline' | 'end' | 'merge' | 'admit' | 'cancel'
const WORDLESS: readonly Act[] = ['admit', 'cancel']
export const hasWords = (act: Act): boolean => !WORDLESS.includes(act)

/** What a page offers: some acts are said otherwise, before there is an answer. */
export type Step = Act | 'withdraw' | 'refuse' | 'retract'

export const doWith = (tenant: string, network: string, tie: string, act: Act, reason: string) =>
  post<Tie>(at(tenant, network, 'ties', tie, `_${act}`), hasWords(act) ? { body: { reason: act === 'end' ? reason.trim() || null : reason } } : {})

export const turnInto = (tenant: string, network: string, kind: NetworkKind, reason: string) => post<Network>(at(tenant, network, '_turn'), { body: { kind, reason } })

export const comeAlong = (tenant: string, network: string, form: { rules: number | null; name: string }) => post<Merge>(at(tenant, network, 'merge', '_join'), { body: form })
