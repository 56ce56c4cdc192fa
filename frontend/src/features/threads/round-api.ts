import { queryOptions } from '@tanstack/react-query'
import { get, post, put, request, tenantPath } from '@/api/client'
import type { Round } from '@/api/types'

const round = (tenant: string, thread: string, ...rest: string[]) => tenantPath(tenant, 'threads', thread, 'round', ...rest)

/** Whose turn it is in a conversation that goes round. */
export const roundQuery = (tenant: string, thread: string) =>
  queryOptions({
    queryKey: ['round', tenant, thread],
    queryFn: ({ signal }) => get<Round>(round(tenant, thread), { signal }),
  })

export const passTurn = (tenant: string, thread: string, skips: boolean) =>
  skips ? put<Round>(round(tenant, thread, 'skip')) : request<Round>('DELETE', round(tenant, thread, 'skip')).then(({ data }) => data)
export const beginNextRound = (tenant: string, thread: string, after: number) => post<Round>(round(tenant, thread, '_next'), { body: { after } })
