import { queryOptions, useQuery } from '@tanstack/react-query'
import { useSyncExternalStore } from 'react'
import { belongTo } from '@/lib/drafts'
import { get } from './client'
import { isProblem } from './problems'
import type { Me } from './types'

/** Who is looking; null for a visitor. */
export const sessionQuery = queryOptions({
  queryKey: ['me'],
  queryFn: ({ signal }) =>
    get<Me>('/v1/me', { signal }).then(recognise, (error: unknown) => {
      if (isProblem(error, 401)) return null
      throw error
    }),
  staleTime: 5 * 60_000,
})

function recognise(me: Me): Me {
  void belongTo(ownerOf(me))
  return me
}

/** Under what name a browser keeps what somebody types; empty for a visitor. */
const ownerOf = (me: Me | null | undefined): string => me?.addresses[0]?.id ?? ''

export function useSession(): Me | null | undefined {
  return useQuery(sessionQuery).data
}

/** Whose browser this is. Known wherever `Loaded` shows something. */
export const useOwner = (): string => ownerOf(useSession())

let leaving = false

/** Ends the session by the reader's own hand: its end is no news then, and whoever asked says where to go. */
export async function leave(end: () => Promise<unknown>): Promise<void> {
  leaving = true
  try {
    await end()
  } catch (fault) {
    leaving = false
    throw fault
  }
}

export const isLeaving = (): boolean => leaving

let ended = false
const watchers = new Set<() => void>()

/** The session ended while somebody was writing. */
export function sayEnded(): void {
  ended = true
  for (const watcher of watchers) watcher()
}

export function useEnded(): boolean {
  return useSyncExternalStore(
    (watcher) => {
      watchers.add(watcher)
      return () => void watchers.delete(watcher)
    },
    () => ended,
  )
}
