import { useCallback, useEffect, useReducer, useRef } from 'react'
import { newIdempotencyKey } from '@/api/client'
import { type FieldProblem, isProblem, isTransient, Problem } from '@/api/problems'
import { realtime } from '@/api/realtime'
import type { Post } from '@/api/types'
import { backoff } from '@/lib/backoff'
import { addToList, dropFromList, readList } from '@/lib/drafts'
import { sendPost } from './api'
import { type Attached, formsOf } from './attached'
import { waits } from './waiting-api'
import { due, type KeptLetter, type Letter, outbox, type Outgoing, type Quoted, stuck } from './outbox'

interface Outcome {
  onSent: (post: Post, letter: Letter) => void
  /** Somebody who moderates lets it through first. */
  onWaits: () => void
  /** True when its writer has it back and it need not be shown here. */
  onRefused: (letter: Letter, reason: string, errors: readonly FieldProblem[]) => boolean
  /** It does not fit what the conversation has become: fetch that again. */
  onStale: () => void
}

export interface Outbox {
  items: readonly Outgoing[]
  send: (body: string, quotes: Quoted | null, files: readonly Attached[]) => void
  retry: () => void
  /** Back to the editor with it. */
  takeBack: (item: Outgoing) => void
}

/** What makes a text that is sent again the same post. */
const sameness = ({ body, files }: Pick<Letter, 'body' | 'files'>) => JSON.stringify([body, formsOf(files)])
const reasonOf = (error: unknown) => (error instanceof Problem ? (error.errors[0]?.detail ?? error.detail) : '')

/** Sends what was written, through lost connections, closed tabs and ended sessions; all decisions are in `outbox`. */
export function useOutbox(tenant: string, thread: string, owner: string, outcome: Outcome): Outbox {
  const [items, dispatch] = useReducer(outbox, [] as readonly Outgoing[])
  const told = useRef(outcome)
  told.current = outcome
  const kept = `${owner}/outbox-${thread}`
  /** What was here once does not come back by itself: it arrived, or its writer has it back. */
  const seen = useRef(new Set<string>())
  const drop = useCallback(
    (key: string) => {
      dispatch({ type: 'drop', key })
      void dropFromList<KeptLetter>(kept, (letter) => letter.key === key)
    },
    [kept],
  )
  // A text that was taken back and is sent again unchanged is still the same post.
  const known = useRef(new Map<string, string>())

  useEffect(() => {
    const restore = () =>
      void readList<KeptLetter>(kept).then((found) => {
        const letters = found.filter(({ key }) => !seen.current.has(key))
        for (const letter of letters) {
          seen.current.add(letter.key)
          // A page that was left at once may not have stored it.
          void addToList(kept, letter)
        }
        dispatch({ type: 'restore', letters })
      })
    restore()
    // Another tab may have sent something that waits.
    addEventListener('focus', restore)
    return () => removeEventListener('focus', restore)
  }, [kept])

  const next = due(items)
  useEffect(() => {
    if (!next) return
    const { key, body, quotes, files } = next
    dispatch({ type: 'sending', key })
    sendPost(tenant, thread, { body, quotes: quotes?.id ?? null, ...(files.length > 0 ? { files: formsOf(files) } : {}) }, key).then(
      (post) => {
        drop(key)
        if (waits(post)) told.current.onWaits()
        else told.current.onSent(post, next)
      },
      (error: unknown) => {
        // A session that ended is no refusal: after signing in it goes out.
        const reason = reasonOf(error)
        // Somebody who posts a lot in a short time waits as long as the server says, and loses nothing.
        if (isProblem(error, 429)) return dispatch({ type: 'unanswered', key, reason })
        if (isTransient(error) || isProblem(error, 401)) return dispatch({ type: 'unanswered', key })
        const earlier = isProblem(error) ? error.earlier : null
        if (isProblem(error, 409) && !earlier) told.current.onStale()
        // What was said before is shown with the way to it; everything else goes back to the editor.
        const errors = isProblem(error) ? error.errors : []
        if (!earlier && told.current.onRefused(next, reason, errors)) drop(key)
        else dispatch({ type: 'refused', key, reason, earlier })
      },
    )
  }, [tenant, thread, drop, next])

  const held = stuck(items)
  useEffect(() => {
    if (!held) return
    const again = () => dispatch({ type: 'try-again' })
    const timer = setTimeout(again, backoff(held.attempts, Math.random))
    addEventListener('online', again)
    const stop = realtime().onOpened(again)
    return () => {
      clearTimeout(timer)
      removeEventListener('online', again)
      stop()
    }
  }, [held])

  const send = useCallback((body: string, quotes: Quoted | null, files: readonly Attached[]) => {
    const same = sameness({ body, files })
    const key = known.current.get(same) ?? newIdempotencyKey()
    known.current.delete(same)
    const letter = { key, body, quotes, files }
    seen.current.add(key)
    // Kept before anything else happens: whoever sends and goes at once has lost nothing.
    void addToList<KeptLetter>(kept, letter)
    dispatch({ type: 'add', letter })
  }, [kept])
  const retry = useCallback(() => dispatch({ type: 'try-again' }), [])
  const takeBack = useCallback(({ key, body, files, state }: Outgoing) => {
    if (state !== 'refused') known.current.set(sameness({ body, files }), key)
    drop(key)
  }, [drop])
  return { items, send, retry, takeBack }
}
