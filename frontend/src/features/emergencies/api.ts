import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import { get, post, tenantPath } from '@/api/client'
import type { Emergency, EmergencyList, EmergencyOpened, EmergencyPosts } from '@/api/types'

const accesses = (tenant: string, ...rest: string[]) => tenantPath(tenant, 'emergencies', ...rest)
const ofIssue = (tenant: string, issue: string) => tenantPath(tenant, 'issues', issue, 'emergencies')

/** What was asked and opened in an organisation. */
export const emergenciesQuery = (tenant: string) =>
  queryOptions({
    queryKey: ['emergencies', tenant],
    queryFn: ({ signal }) => get<EmergencyList>(accesses(tenant), { signal }),
  })

/** The same of one issue: for those who take part, what was opened. */
export const issueEmergenciesQuery = (tenant: string, issue: string) =>
  queryOptions({
    queryKey: ['emergencies', tenant, issue],
    queryFn: ({ signal }) => get<EmergencyList>(ofIssue(tenant, issue), { signal }),
  })

/** What an open access shows; nothing of it is kept once the page is left. */
export const emergencyQuery = (tenant: string, id: string) =>
  queryOptions({
    queryKey: ['emergency', tenant, id],
    queryFn: ({ signal }) => get<EmergencyOpened>(accesses(tenant, id), { signal }),
    gcTime: 0,
  })

export const emergencyPostsQuery = (tenant: string, id: string, thread: string) =>
  infiniteQueryOptions({
    queryKey: ['emergency-posts', tenant, id, thread],
    queryFn: ({ pageParam, signal }) => get<EmergencyPosts>(accesses(tenant, id, 'threads', thread, 'posts'), { query: { after: pageParam }, signal }),
    initialPageParam: 0,
    getNextPageParam: (page) => page.next ?? undefined,
    gcTime: 0,
  })

/** The closed rooms of an issue, by its address or that of a conversation in it; or the alias of a post. */
export interface About {
  issue?: string
  thread?: string
  post?: string
}

export interface NewEmergency extends About {
  reason: string
  hours: number
}

export const askEmergency = (tenant: string, body: NewEmergency, idempotencyKey: string) => post<Emergency>(accesses(tenant), { body, idempotencyKey })
export const openEmergency = (tenant: string, id: string) => post<Emergency>(accesses(tenant, id, '_open'), {})
export const declineEmergency = (tenant: string, id: string) => post<Emergency>(accesses(tenant, id, '_decline'), {})
export const endEmergency = (tenant: string, id: string) => post<Emergency>(accesses(tenant, id, '_end'), {})
