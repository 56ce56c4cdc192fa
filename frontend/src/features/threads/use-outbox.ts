import { useCallback, useEffect, useReducer, useRef } from 'react'
import { newIdempotencyKey } from '@/api/client'
import { isProblem, isTransient, Problem } from '@/api/problems'
import { realtime } from '@/api/realtime'
import type { Post } from '@/api/types'
import { backoff } from '@/lib/backoff'
import { keepList, readList } from '@/lib/drafts'
import { sendPost } from './api'
import { due, type Letter, outbox, type Outgoing, type Quoted, stuck } from './outbox'

interface Outcome {
  onSent: (post: Post, letter: Letter) => void
  /** True when its writer has it back and it need not be shown here. */
  onRefused: (letter: Letter, reason: string) => boolean
  /** It does not fit what the conversation has become: fetch that again. */
  onStale: () => void
}

export interface Outbox {
  items: readonly Outgoing[]
  send: (body: string, quotes: Quoted | null) => void
  retry: () => void
  /** Back to the editor with it. */
  takeBack: (item: Outgoing) => void
}

const reasonOf = (error: unknown) => (error instanceof Problem ? (error.errors[0]?.detail ?? error.detail) : '')

/** Sends what was written, through lost connections, closed tabs and ended sessions; all decisions are in `outbox`. */
export function useOutbox(tenant: string, thread: string, owner: string, outcome: Outcome): Outbox {
  const [items, dispatch] = useReducer(outbox, [] as readonly Outgoing[])
  const told = useRef(outcome)
  told.current = outcome
  const kept = `${owner}/outbox-${thread}`
  const restored = useRef(false)
  const here = useRef(true)
  useEffect(
    () => () => {
      here.current = false
    },
    [],
  )
  // A text that was taken back and is sent again unchanged is still the same post.
  const known = useRef(new Map<string, string>())

  useEffect(() => {
    void readList<Letter>(kept).then((letters) => {
      restored.current = true
      dispatch({ type: 'restore', letters: letters ?? [] })
    })
  }, [kept])
  useEffect(() => {
    if (restored.current) void keepList(kept, items.map(({ key, body, quotes }) => ({ key, body, quotes })))
  }, [kept, items])

  const next = due(items)
  useEffect(() => {
    if (!next) return
    const { key, body, quotes } = next
    dispatch({ type: 'sending', key })
    sendPost(tenant, thread, { body, quotes: quotes?.id ?? null }, key).then(
      (post) => {
        dispatch({ type: 'drop', key })
        if (!here.current) void forget(kept, key)
        told.current.onSent(post, next)
      },
      (error: unknown) => {
        // A session that ended is no refusal: after signing in it goes out.
        if (isTransient(error) || isProblem(error, 401)) return dispatch({ type: 'unanswered', key })
        const reason = reasonOf(error)
        if (isProblem(error, 409)) told.current.onStale()
        dispatch(told.current.onRefused(next, reason) ? { type: 'drop', key } : { type: 'refused', key, reason })
      },
    )
  }, [tenant, thread, kept, next])

  const waiting = stuck(items)
  useEffect(() => {
    if (!waiting) return
    const again = () => dispatch({ type: 'try-again' })
    const timer = setTimeout(again, backoff(waiting.attempts, Math.random))
    addEventListener('online', again)
    const stop = realtime().onOpened(again)
    return () => {
      clearTimeout(timer)
      removeEventListener('online', again)
      stop()
    }
  }, [waiting])

  const send = useCallback((body: string, quotes: Quoted | null) => {
    const key = known.current.get(body) ?? newIdempotencyKey()
    known.current.delete(body)
    dispatch({ type: 'add', letter: { key, body, quotes } })
  }, [])
  const retry = useCallback(() => dispatch({ type: 'try-again' }), [])
  const takeBack = useCallback(({ key, body, state }: Outgoing) => {
    if (state !== 'refused') known.current.set(body, key)
    dispatch({ type: 'drop', key })
  }, [])
  return { items, send, retry, takeBack }
}

/** Its writer went to another page before the answer came. */
async function forget(kept: string, key: string): Promise<void> {
  const letters = (await readList<Letter>(kept)) ?? []
  await keepList(kept, letters.filter((letter) => letter.key !== key))
}
