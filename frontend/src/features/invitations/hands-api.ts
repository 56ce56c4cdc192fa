import { queryOptions } from '@tanstack/react-query'
import { get, post, put, remove, tenantPath } from '@/api/client'
import type { WaitingHands } from '@/api/types'

export type HandState = 'raised' | 'invited' | 'refused' | 'objected'

interface Asked {
  motivation: string
  state: HandState
  /** Why not. */
  reason?: string | null
  objection?: string | null
  raisedAt: string
  /** By when there is an answer. */
  answerBy: string
}

/** The reader's own. */
export interface OwnHand extends Asked {
  can: { lower: boolean; object: boolean }
}

/** Somebody who wants to take part, for who may invite. */
export interface RaisedHand extends Asked {
  id: string
  name: string
  /** The hall by whose link it came. */
  hall?: string | null
  /** When somebody else thought of this person first; no name when it would tell of a network. */
  nomination?: { name?: string | null; motivation: string } | null
  can: { invite: boolean; refuse: boolean }
}

const hands = (tenant: string, issue: string, ...rest: string[]) => tenantPath(tenant, 'issues', issue, 'hands', ...rest)

/** Where the reader stands: no hand, or one that is up, and whether an invitation waits. */
export interface OwnStanding {
  hand?: OwnHand | null
  invited: boolean
}

export const ownHandQuery = (tenant: string, issue: string) =>
  queryOptions({
    queryKey: ['own-hand', tenant, issue],
    queryFn: ({ signal }) => get<OwnStanding>(hands(tenant, issue, '_me'), { signal }),
  })

export const handsQuery = (tenant: string, issue: string) =>
  queryOptions({
    queryKey: ['hands', tenant, issue],
    queryFn: ({ signal }) => get<{ items: RaisedHand[] }>(hands(tenant, issue), { signal }).then((list) => list.items),
  })

/** Where people wait for the reader's answer, in any organisation. */
export const waitingHandsQuery = queryOptions({
  queryKey: ['waiting-hands'],
  queryFn: ({ signal }) => get<{ items: WaitingHands[] }>('/v1/me/hands', { signal }).then((list) => list.items),
})

export const raiseHand = (tenant: string, issue: string, motivation: string) => put<OwnStanding>(hands(tenant, issue, '_me'), { body: { motivation } })
export const lowerHand = (tenant: string, issue: string) => remove(hands(tenant, issue, '_me'))
export const objectToRefusal = (tenant: string, issue: string, text: string) => post<OwnStanding>(hands(tenant, issue, '_object'), { body: { text } })

export const inviteHand = (tenant: string, issue: string, hand: string, text: string) => post<RaisedHand>(hands(tenant, issue, hand, '_invite'), { body: { text } })
export const refuseHand = (tenant: string, issue: string, hand: string, reason: string) => post<RaisedHand>(hands(tenant, issue, hand, '_refuse'), { body: { reason } })
