import { queryOptions } from '@tanstack/react-query'
import { get } from '@/api/client'
import type { components } from '@/api/schema'

type Schemas = components['schemas']
export type Highlights = Schemas['HighlightsView']
export type Waiting = Schemas['WaitingView']
export type MyInvitation = Schemas['MyInvitation']

/** What goes on in all organisations, as anybody may see it. */
export const highlightsQuery = queryOptions({
  queryKey: ['highlights'],
  queryFn: ({ signal }) => get<Highlights>('/v1/highlights', { signal }),
  staleTime: 60_000,
})

/** What waits for one's own decision. */
export const waitingQuery = queryOptions({
  queryKey: ['waiting'],
  queryFn: ({ signal }) => get<Waiting>('/v1/me/waiting', { signal }),
})

export const myInvitationsQuery = queryOptions({
  queryKey: ['my-invitations'],
  queryFn: ({ signal }) => get<{ items: MyInvitation[] }>('/v1/me/invitations', { signal }).then((list) => list.items),
})
