import { queryOptions } from '@tanstack/react-query'
import { get, post, tenantPath } from '@/api/client'
import type { Handover, HandoverList, WaitingHandover } from '@/api/types'

const handovers = (tenant: string, ...rest: string[]) => tenantPath(tenant, 'handovers', ...rest)

/** What the reader handed over and was offered in an organisation, and what can be passed on to whom. */
export const handoversQuery = (tenant: string) =>
  queryOptions({
    queryKey: ['handovers', tenant],
    queryFn: ({ signal }) => get<HandoverList>(handovers(tenant), { signal }),
  })

/** What waits for the reader's answer, in any organisation. */
export const myHandoversQuery = queryOptions({
  queryKey: ['my-handovers'],
  queryFn: ({ signal }) => get<{ items: WaitingHandover[] }>('/v1/me/handovers', { signal }).then((list) => list.items),
})

export interface NewHandover {
  rooms: string[]
  ownership: boolean
  stays: boolean
  taker: string
  words: string
}

export const offerHandover = (tenant: string, offer: NewHandover, idempotencyKey: string) => post<Handover>(handovers(tenant), { body: offer, idempotencyKey })
export const acceptHandover = (tenant: string, id: string) => post<Handover>(handovers(tenant, id, '_accept'), {})
export const declineHandover = (tenant: string, id: string, reason: string) => post<Handover>(handovers(tenant, id, '_decline'), { body: { reason } })
export const withdrawHandover = (tenant: string, id: string) => post<Handover>(handovers(tenant, id, '_withdraw'), {})
