import { useCallback, useEffect, useRef, useState } from 'react'
import { newIdempotencyKey } from '@/api/client'
import { isTransient, Problem } from '@/api/problems'
import type { Post } from '@/api/types'
import { dropDraft, keepDraft, readDraft } from '@/lib/drafts'
import { sendPost } from './api'

export interface Quoted {
  id: string
  seq: number
  name: string
  excerpt: string
}

export interface Outgoing {
  body: string
  quotes: Quoted | null
  /** The same for every attempt: an answer that got lost and a retry make one post. */
  key: string
  state: 'sending' | 'waiting'
}

interface Sending {
  outgoing: Outgoing | null
  refused: Problem | null
  send: (body: string, quotes: Quoted | null) => void
  retry: () => void
  /** Back to the editor with it. */
  takeBack: () => Outgoing | null
}

interface Outcome {
  onSent: (post: Post) => void
  onRefused: (outgoing: Outgoing) => void
}

export function useSending(tenant: string, thread: string, outcome: Outcome): Sending {
  const [outgoing, setOutgoing] = useState<Outgoing | null>(null)
  const [refused, setRefused] = useState<Problem | null>(null)
  const told = useRef(outcome)
  told.current = outcome
  const last = useRef<Outgoing | null>(null)
  // A tab that closed while sending: the same text, sent again from its draft, is the same post.
  const earlier = useRef<{ body: string; key: string } | null>(null)
  const kept = `sending-${thread}`
  useEffect(() => {
    void readDraft(kept).then((found) => {
      earlier.current = found?.sendKey ? { body: found.text, key: found.sendKey } : null
    })
  }, [kept])

  const attempt = useCallback(
    (going: Outgoing) => {
      last.current = going
      void keepDraft(kept, { text: going.body, savedAt: Date.now(), sendKey: going.key })
      setOutgoing({ ...going, state: 'sending' })
      setRefused(null)
      sendPost(tenant, thread, { body: going.body, quotes: going.quotes?.id ?? null }, going.key).then(
        (post) => {
          last.current = null
          void dropDraft(kept)
          setOutgoing(null)
          told.current.onSent(post)
        },
        (error: unknown) => {
          if (isTransient(error)) return setOutgoing({ ...going, state: 'waiting' })
          last.current = null
          void dropDraft(kept)
          setOutgoing(null)
          if (error instanceof Problem) setRefused(error)
          told.current.onRefused(going)
        },
      )
    },
    [tenant, thread, kept],
  )

  const send = useCallback(
    (body: string, quotes: Quoted | null) => {
      const same = last.current?.body === body && last.current.quotes?.id === quotes?.id ? last.current.key : null
      const before = earlier.current?.body === body ? earlier.current.key : null
      earlier.current = null
      attempt({ body, quotes, key: same ?? before ?? newIdempotencyKey(), state: 'sending' })
    },
    [attempt],
  )
  const retry = useCallback(() => {
    if (last.current) attempt(last.current)
  }, [attempt])
  const takeBack = useCallback(() => {
    setOutgoing(null)
    return last.current
  }, [])

  return { outgoing, refused, send, retry, takeBack }
}
