import { queryOptions, useQuery } from '@tanstack/react-query'
import { useSyncExternalStore } from 'react'
import { belongTo, belongsTo, dropAllDrafts, isNobodys } from '@/lib/drafts'
import { get, onlyIf } from './client'
import { isProblem } from './problems'
import type { Me } from './types'

/** Who is looking; null for a visitor. */
export const sessionQuery = queryOptions({
  queryKey: ['me'],
  queryFn: ({ signal }) => whoLooks(signal),
  staleTime: 5 * 60_000,
})

let ended = false
const watchers = new Set<() => void>()

const whoLooks = (signal?: AbortSignal): Promise<Me | null> =>
  get<Me>('/v1/me', signal ? { signal } : {}).then(recognise, (error: unknown) => {
    if (isProblem(error, 401)) return null
    throw error
  })

/** Whose page this is, from when that was first known: it stays theirs when their session ends halfway. */
let page: Me | null = null

function recognise(me: Me): Me {
  void belongTo(ownerOf(me))
  // Until it begins anew the page stays whose it was: nothing of theirs goes out meanwhile.
  if (page && !isSame(page, me)) location.reload()
  else page = me
  setEnded(false)
  return me
}

const isSame = (one: Me, other: Me): boolean => one.addresses.some(({ id }) => other.addresses.some((address) => address.id === id))

/** Under what name a browser keeps what somebody types; empty for a visitor. */
const ownerOf = (me: Me | null | undefined): string => me?.addresses[0]?.id ?? ''

export function useSession(): Me | null | undefined {
  return useQuery(sessionQuery).data
}

/** Whose page this is, also after their session ended. Known wherever `Loaded` shows something. */
export const useOwner = (): string => ownerOf(useSession()) || ownerOf(page)

let doubtful = false

/** The session that this page began with may no longer be the one that its requests go out with. */
export function doubtWho(): void {
  doubtful = true
}

/** Nothing that one person wrote or chose goes out in the name of the next one who signs in, in another tab. */
function mayAct(): boolean | Promise<boolean> {
  if (page && !belongsTo(ownerOf(page))) return false
  return page === null || !doubtful || isStillTheirs()
}

async function isStillTheirs(): Promise<boolean> {
  const began = page
  const now = await whoLooks()
  doubtful = now === null
  return now === null || began === null || isSame(began, now)
}
onlyIf(mayAct)

let leaving = false

/** Where the frame goes when the reader signed out in another tab; set once, by app/providers. */
let signedOut: () => void = () => location.reload()
export function onSignedOut(handler: () => void): void {
  signedOut = handler
}

/** Somebody else came in this browser: what this page shows and holds is not theirs. Its texts are kept for whose they are. */
function giveWay(): void {
  if (!page || leaving || belongsTo(ownerOf(page))) return
  if (isNobodys()) giveUp()
  else location.reload()
}

/** Its reader signed out in another tab: nothing stays in sight, and what was typed here is not kept either. */
function giveUp(): void {
  leaving = true
  void dropAllDrafts()
  signedOut()
}
addEventListener('storage', giveWay)
// A page that was left by signing out comes back out of the browser's memory as it was.
addEventListener('pageshow', () => (leaving ? location.reload() : giveWay()))

/** Ends the session by the reader's own hand: its end is no news then, nothing that was typed stays, and whoever asked says where to go. */
export async function leave(end: () => Promise<unknown>): Promise<void> {
  leaving = true
  try {
    await end()
  } catch (fault) {
    leaving = false
    throw fault
  }
  await dropAllDrafts()
}

export const isLeaving = (): boolean => leaving

/** The session ended while somebody was writing. */
export const sayEnded = (): void => setEnded(true)

/** Until the same person is there again, in another tab. */
function setEnded(now: boolean): void {
  if (ended === now) return
  ended = now
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
