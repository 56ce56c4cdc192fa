import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useCallback, useEffect } from 'react'
import { realtime } from '@/api/realtime'
import type { ServerEvent } from '@/api/realtime-machine'
import type { Dilemma, Thread } from '@/api/types'
import { dilemmaQuery } from './dilemma-api'

/** What stands beside a dilemma, kept up with what others do there; none in other conversations. */
export function useDilemma(tenant: string, thread: Thread, lastChange: number): { dilemma: Dilemma | null; refresh: () => void } {
  const client = useQueryClient()
  const isOne = thread.kind === 'dilemma'
  const { data } = useQuery({ ...dilemmaQuery(tenant, thread.id), enabled: isOne })
  const refresh = useCallback(() => void client.invalidateQueries({ queryKey: ['dilemma', tenant, thread.id] }), [client, tenant, thread.id])
  useEffect(() => {
    if (!isOne) return
    const heard = { onEvent: ({ kind }: ServerEvent) => (kind.startsWith('dilemma.') || kind === 'post.withdrawn' ? refresh() : undefined), onServed: refresh }
    return realtime().subscribe(`thread:${thread.id}`, lastChange, heard)
  }, [isOne, thread.id, lastChange, refresh])
  return { dilemma: data ?? null, refresh }
}
