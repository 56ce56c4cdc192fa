import { queryOptions } from '@tanstack/react-query'
import { get, put } from '@/api/client'
import type { PresencePreferences } from '@/api/types'

const PATH = '/v1/me/presence-preferences'

/** What the reader lets others see in conversations. */
export const presenceQuery = queryOptions({
  queryKey: ['presence-preferences'],
  queryFn: ({ signal }) => get<PresencePreferences>(PATH, { signal }),
  staleTime: 5 * 60_000,
})

export const choosePresence = (wanted: PresencePreferences) => put<PresencePreferences>(PATH, { body: wanted })
