import { useQueries, useQueryClient } from '@tanstack/react-query'
import { useEffect, useMemo } from 'react'
import { realtime } from '@/api/realtime'
import type { Post, PostResponses } from '@/api/types'
import { BLOCK, responsesQuery } from './beside-api'

/** Everybody who has the room open hears of a response at once: they do not all ask at once. */
const SPREAD = 1_000

/** What was said in one word to the posts on screen, kept up with what others say. */
export function useResponses(tenant: string, thread: string, posts: readonly Post[], lastChange: number): ReadonlyMap<string, PostResponses> {
  const client = useQueryClient()
  const blocks = [...new Set(posts.map(({ seq }) => Math.floor((seq - 1) / BLOCK) * BLOCK))]
  const found = useQueries({ queries: blocks.map((after) => responsesQuery(tenant, thread, after)), combine: (results) => results.map(({ data }) => data) })
  useEffect(() => {
    let waits: ReturnType<typeof setTimeout> | undefined
    const ask = () => {
      waits ??= setTimeout(() => {
        waits = undefined
        void client.invalidateQueries({ queryKey: ['responses', tenant, thread] })
      }, Math.random() * SPREAD)
    }
    const stop = realtime().subscribe(`thread:${thread}`, lastChange, { onEvent: ({ kind }) => (kind.startsWith('response.') ? ask() : undefined), onServed: ask })
    return () => {
      clearTimeout(waits)
      stop()
    }
  }, [client, tenant, thread, lastChange])
  return useMemo(() => new Map(found.flatMap((list) => list ?? []).map((one) => [one.post, one])), [found])
}
