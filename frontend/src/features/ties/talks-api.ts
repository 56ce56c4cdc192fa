import { queryOptions } from '@tanstack/react-query'
import { get, post, tenantPath } from '@/api/client'
import type { Talk } from '@/api/types'

const at = (tenant: string, network: string, ...rest: string[]) => tenantPath(tenant, 'networks', network, ...rest)

/** The conversations of a network with others, as far as the reader may know. */
export const talksQuery = (tenant: string, network: string) =>
  queryOptions({
    queryKey: ['talks', tenant, network],
    queryFn: ({ signal }) => get<{ items: Talk[] }>(at(tenant, network, 'talks'), { signal }).then((list) => list.items),
  })

/** What is typed in a proposal; the day as `2026-03-18`. */
export interface TalkFields {
  subject: string
  purpose: string
  until: string
}
export const EMPTY: TalkFields = { subject: '', purpose: '', until: '' }

export const proposeTalk = (tenant: string, network: string, tie: string, { until, ...rest }: TalkFields, idempotencyKey: string) =>
  post<Talk>(at(tenant, network, 'ties', tie, 'talks'), { body: { ...rest, until: `${until}T12:00:00Z` }, idempotencyKey })

export type TalkAct = 'accept' | 'decline' | 'withdraw'

export const doWithTalk = (tenant: string, network: string, talk: string, act: TalkAct, reason: string) =>
  post<Talk>(at(tenant, network, 'talks', talk, `_${act}`), act === 'decline' ? { body: { reason } } : {})

export const joinTalk = (tenant: string, network: string, talk: string, form: { rules: number | null; name: string }) => post<Talk>(at(tenant, network, 'talks', talk, '_join'), { body: form })
