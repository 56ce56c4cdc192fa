import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import { get, post, put, request, tenantPath } from '@/api/client'
import type { NetworkMembers, NetworkOrientation, OwnAlumnus, OwnNetworkStanding } from '@/api/types'

const network = (tenant: string, id: string, ...rest: string[]) => tenantPath(tenant, 'networks', id, ...rest)

/** Where the reader stands in a network, and all that those who run it see of the reader. */
export const ownStandingQuery = (tenant: string, id: string) =>
  queryOptions({
    queryKey: ['own-standing', tenant, id],
    queryFn: ({ signal }) => get<OwnNetworkStanding>(network(tenant, id, 'standing'), { signal }),
  })

/** Who is in it and where they stand, for who runs it. */
export const networkMembersQuery = (tenant: string, id: string) =>
  infiniteQueryOptions({
    queryKey: ['network-members', tenant, id],
    queryFn: ({ pageParam, signal }) => get<NetworkMembers>(network(tenant, id, 'members'), { query: { cursor: pageParam }, signal }),
    initialPageParam: '',
    getNextPageParam: (page) => page.next ?? undefined,
  })

export const networkOrientationQuery = (tenant: string, id: string, person: string) =>
  queryOptions({
    queryKey: ['network-orientation', tenant, id, person],
    queryFn: ({ signal }) => get<NetworkOrientation>(network(tenant, id, 'orientations', person), { signal }),
  })

export const ownAlumniQuery = queryOptions({
  queryKey: ['own-alumni'],
  queryFn: ({ signal }) => get<{ items: OwnAlumnus[] }>('/v1/me/alumni', { signal }).then(({ items }) => items),
})

export const restInNetwork = (tenant: string, id: string, until: string | null) => post<OwnNetworkStanding>(network(tenant, id, 'standing', '_rest'), { body: { until } })
export const returnToNetwork = (tenant: string, id: string) => post<OwnNetworkStanding>(network(tenant, id, 'standing', '_return'), { body: {} })
export const leaveNetwork = (tenant: string, id: string, keepContact: boolean) => post<undefined>(network(tenant, id, 'standing', '_leave'), { body: { keepContact } })

export const putOrientationWeeks = (tenant: string, id: string, weeks: number | null) => put<undefined>(network(tenant, id, 'orientation'), { body: { weeks } })

export const answerOrientation = (tenant: string, id: string, person: string, said: { well: string; needs: string }) =>
  put<NetworkOrientation>(network(tenant, id, 'orientations', person, 'answer'), { body: said })
export const decideOrientation = (tenant: string, id: string, person: string, wish: 'go-on' | 'stop') => post<undefined>(network(tenant, id, 'orientations', person, '_decide'), { body: { wish } })

export const keepAlumnus = (tenant: string, id: string, person: string) => post<undefined>(network(tenant, id, 'alumni', person, '_keep'), { body: {} })
export const endAlumnus = (tenant: string, id: string, person: string) => request<undefined>('DELETE', network(tenant, id, 'alumni', person))
export const endOwnAlumnus = (id: string) => request<undefined>('DELETE', `/v1/me/alumni/${encodeURIComponent(id)}`)
