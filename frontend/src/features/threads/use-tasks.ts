import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useCallback, useEffect, useMemo } from 'react'
import { realtime } from '@/api/realtime'
import type { ServerEvent } from '@/api/realtime-machine'
import type { Task, Thread } from '@/api/types'
import { myTasksQuery, threadTasksQuery } from './tasks-api'
import { isPost } from './timeline'

/** Everybody who has the room open hears of it at once: they do not all ask at once. */
const SPREAD = 1_000

/** Fetches again what of tasks is on a page. */
export function useTasksChanged(tenant: string): () => void {
  const client = useQueryClient()
  return useCallback(() => {
    void client.invalidateQueries({ queryKey: ['tasks', tenant] })
    void client.invalidateQueries({ queryKey: myTasksQuery.queryKey })
  }, [client, tenant])
}

/** What is to be done because of the posts of a conversation, kept up with what others do; for who takes part. */
export function useTasks(tenant: string, thread: Thread, lastChange: number): { tasks: ReadonlyMap<number, readonly Task[]>; canMake: boolean; refresh: () => void } {
  const inside = Boolean(thread.me)
  const { data } = useQuery({ ...threadTasksQuery(tenant, thread.id), enabled: inside })
  const refresh = useTasksChanged(tenant)
  useEffect(() => {
    if (!inside) return
    let waits: ReturnType<typeof setTimeout> | undefined
    const ask = () => {
      waits ??= setTimeout(() => {
        waits = undefined
        refresh()
      }, Math.random() * SPREAD)
    }
    // Posts that go elsewhere take their tasks along.
    const heard = { onEvent: ({ kind, data }: ServerEvent) => (kind.startsWith('task.') || (isPost(data) && (data.cameFrom || data.movedTo)) ? ask() : undefined), onServed: ask }
    const stop = realtime().subscribe(`thread:${thread.id}`, lastChange, heard)
    // An issue that pauses or closes takes along what may be done with its tasks.
    const goOn = realtime().subscribe(`issue:${thread.issue}`, null, { onEvent: ({ kind }) => (kind.startsWith('issue.') ? ask() : undefined) })
    return () => {
      clearTimeout(waits)
      stop()
      goOn()
    }
  }, [inside, thread.id, thread.issue, lastChange, refresh])
  const tasks = useMemo(() => bySeq(data?.items ?? []), [data])
  return { tasks, canMake: inside && data?.canMake === true, refresh }
}

function bySeq(items: readonly Task[]): ReadonlyMap<number, readonly Task[]> {
  const found = new Map<number, Task[]>()
  // The oldest first, as they were agreed on.
  for (const task of [...items].reverse()) found.set(task.seq, [...(found.get(task.seq) ?? []), task])
  return found
}
