import { queryOptions } from '@tanstack/react-query'
import { get, post, tenantPath } from '@/api/client'

export type HallLinkState = 'open' | 'full' | 'over' | 'ended'

/** A link on the wall of a hall, for those who run the issue. Who came by it is known to nobody. */
export interface HallLink {
  id: string
  /** As it stands on the poster. */
  code: string
  place: string
  limit: number
  used: number
  approval: boolean
  madeBy: string
  endsAt: string
  endedAt?: string | null
  state: HallLinkState
  can: { end: boolean }
}

/** A link as it is asked for. */
export interface HallWish {
  place: string
  limit: number
  endsAt: string
  approval: boolean
}

const halls = (tenant: string, issue: string, ...rest: string[]) => tenantPath(tenant, 'issues', issue, 'hall-links', ...rest)

export const hallsQuery = (tenant: string, issue: string) =>
  queryOptions({
    queryKey: ['hall-links', tenant, issue],
    queryFn: ({ signal }) => get<{ items: HallLink[] }>(halls(tenant, issue), { signal }).then((list) => list.items),
  })

export const makeHall = (tenant: string, issue: string, wish: HallWish, idempotencyKey: string) => post<HallLink>(halls(tenant, issue), { body: wish, idempotencyKey })
export const endHall = (tenant: string, issue: string, link: string) => post<HallLink>(halls(tenant, issue, link, '_end'))
