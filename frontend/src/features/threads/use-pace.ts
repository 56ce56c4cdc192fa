import { useEffect } from 'react'
import { realtime } from '@/api/realtime'
import type { ServerEvent } from '@/api/realtime-machine'
import type { Post, Thread } from '@/api/types'

/** Longer than this no timer waits: the page is looked at again by then. */
const LONGEST = 24 * 3_600_000

/** The title stands with the post that the conversation was opened with. */
const mayHaveAnotherTitle = ({ kind, data }: ServerEvent) => kind.startsWith('post.') && (data as Post | undefined)?.seq === 1

/** The pace of a conversation is fetched anew when whoever leads sets another, and when a rest or a wait is over. */
export function usePace(thread: Thread, lastChange: number, onStale: () => void): void {
  const { id, pace } = thread
  useEffect(
    // It has no number to be sent again by: what was set before this browser listened is asked for.
    () => realtime().subscribe(`thread:${id}`, lastChange, { onEvent: (event) => (event.kind === 'room.paced' || mayHaveAnotherTitle(event) ? onStale() : undefined), onServed: onStale }),
    [id, lastChange, onStale],
  )
  const until = pace?.restsUntil ?? pace?.mayWriteAt ?? null
  useEffect(() => {
    if (until === null) return
    const wait = Math.min(Math.max(Date.parse(until) - Date.now(), 0) + 1_000, LONGEST)
    const timer = setTimeout(onStale, wait)
    return () => clearTimeout(timer)
  }, [until, onStale])
}
