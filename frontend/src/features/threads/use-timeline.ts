import { useCallback, useEffect, useReducer, useRef, useState } from 'react'
import { realtime } from '@/api/realtime'
import type { Person, Presence } from '@/api/realtime-machine'
import type { Post, PostPage } from '@/api/types'
import { backoff } from '@/lib/backoff'
import { loadPosts, type Part } from './api'
import { change, isPost, opening, type Timeline } from './timeline'

const TYPING_FADES = 6000
/** As many posts at once as the server gives. */
const MOST = 100

export interface LiveTimeline {
  timeline: Timeline
  typing: Person | null
  /** Who else is here, as far as they choose to be seen. */
  presence: Presence | null
  /** The server serves this conversation no more: a role or a session has ended. */
  ended: boolean
  loading: boolean
  failed: boolean
  /** What is shown may have changed since, which could not be fetched. */
  outdated: boolean
  refreshing: boolean
  refresh: () => Promise<void>
  more: (direction: 'before' | 'after') => Promise<void>
  jump: (part: Part) => Promise<void>
  /** Brings all that there is; false when not all of it came. */
  everything: () => Promise<boolean>
  reveal: () => void
  receive: (post: Post, show: boolean) => void
}

/** A conversation that keeps up: pages both ways, and what the socket tells. `mayShow` is asked for each new post. */
export function useTimeline(tenant: string, thread: string, first: PostPage, mayShow: () => boolean): LiveTimeline {
  const [timeline, dispatch] = useReducer(change, first, opening)
  const [typing, setTyping] = useState<Person | null>(null)
  const [presence, setPresence] = useState<Presence | null>(null)
  const [ended, setEnded] = useState(false)
  const [work, setWork] = useState({ loading: false, failed: false })
  /** How often in a row what is shown could not be fetched again. */
  const [missed, setMissed] = useState(0)
  const [refreshing, setRefreshing] = useState(false)
  const asked = useRef(0)
  const ask = useRef(mayShow)
  ask.current = mayShow
  const edges = useRef({ first: 0, last: 0 })
  edges.current = { first: timeline.posts[0]?.seq ?? 1, last: timeline.posts.at(-1)?.seq ?? 0 }

  const refresh = useCallback(async () => {
    const turn = ++asked.current
    setRefreshing(true)
    try {
      let { first: from } = edges.current
      while (from <= edges.current.last) {
        const page = await loadPosts(tenant, thread, { after: from - 1 })
        dispatch({ type: 'refresh', page })
        from = (page.items.at(-1)?.seq ?? edges.current.last) + 1
      }
      // What was asked later may tell of more than this did.
      if (turn === asked.current) setMissed(0)
    } catch {
      setMissed((times) => times + 1)
    }
    if (turn === asked.current) setRefreshing(false)
  }, [tenant, thread])
  // The socket goes on from after what was missed: nothing else brings it.
  useEffect(() => {
    if (missed === 0 || ended) return
    const again = () => void refresh()
    const timer = setTimeout(again, backoff(missed, Math.random))
    addEventListener('online', again)
    const stop = realtime().onOpened(again)
    return () => {
      clearTimeout(timer)
      removeEventListener('online', again)
      stop()
    }
  }, [missed, ended, refresh])

  useEffect(() => {
    let fading: ReturnType<typeof setTimeout> | undefined
    const stop = realtime().subscribe(`thread:${thread}`, first.lastChange, {
      onEvent: (event) => {
        if (isPost(event.data)) dispatch({ type: 'receive', post: event.data, show: ask.current() })
        setTyping(null)
      },
      onTyping: (who) => {
        clearTimeout(fading)
        setTyping(who)
        fading = setTimeout(() => setTyping(null), TYPING_FADES)
      },
      onPresence: setPresence,
      onRefresh: () => void refresh(),
      // Begun anew on another connection: who is here is told again.
      onServed: () => setPresence(null),
      onRefused: () => {
        setEnded(true)
        setPresence(null)
      },
    })
    return () => {
      clearTimeout(fading)
      stop()
    }
  }, [thread, first.lastChange, refresh])

  /** How often one went elsewhere: what continued the window before that does not fit the one after it. */
  const jumps = useRef(0)
  const load = useCallback(
    async (part: Part, type: 'before' | 'after' | 'jump') => {
      if (type === 'jump') jumps.current += 1
      const here = jumps.current
      setWork({ loading: true, failed: false })
      try {
        const page = await loadPosts(tenant, thread, part)
        if (here !== jumps.current) return
        dispatch({ type, page })
        setWork({ loading: false, failed: false })
      } catch {
        if (here === jumps.current) setWork({ loading: false, failed: true })
      }
    },
    [tenant, thread],
  )
  const more = useCallback(
    (direction: 'before' | 'after') => load(direction === 'before' ? { before: edges.current.first } : { after: edges.current.last }, direction),
    [load],
  )
  const everything = useCallback(async () => {
    const here = jumps.current
    setWork({ loading: true, failed: false })
    try {
      for await (const { type, page } of outward(tenant, thread, edges.current)) {
        if (here !== jumps.current) return false
        dispatch({ type, page })
      }
      dispatch({ type: 'reveal' })
      return true
    } catch {
      return false
    } finally {
      setWork({ loading: false, failed: false })
    }
  }, [tenant, thread])
  const jump = useCallback((part: Part) => load(part, 'jump'), [load])
  const reveal = useCallback(() => dispatch({ type: 'reveal' }), [])
  const receive = useCallback((post: Post, show: boolean) => dispatch({ type: 'receive', post, show }), [])
  return { timeline, typing, presence, ended, ...work, outdated: missed > 0, refreshing, refresh, more, jump, everything, reveal, receive }
}

/** From what is there to the first, then to the last. */
async function* outward(tenant: string, thread: string, edges: { first: number; last: number }): AsyncGenerator<{ type: 'before' | 'after'; page: PostPage }> {
  for (let before = edges.first; before > 1; ) {
    const page = await loadPosts(tenant, thread, { before, limit: MOST })
    yield { type: 'before', page }
    before = page.hasBefore ? (page.items[0]?.seq ?? 1) : 1
  }
  for (let after: number | null = edges.last; after !== null; ) {
    const page: PostPage = await loadPosts(tenant, thread, { after, limit: MOST })
    yield { type: 'after', page }
    after = page.hasAfter ? (page.items.at(-1)?.seq ?? null) : null
  }
}
