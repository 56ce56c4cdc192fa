import { queryOptions } from '@tanstack/react-query'
import { get, remove, tenantPath } from '@/api/client'
import type { Post, WaitingPost } from '@/api/types'
import { PATIENCE } from './api'

export const loadWaiting = (tenant: string, thread: string, signal?: AbortSignal) =>
  get<{ items: WaitingPost[] }>(tenantPath(tenant, 'threads', thread, 'waiting-posts'), signal ? { signal } : {}).then((list) => list.items)

/** What the reader wrote in a conversation and nobody else reads yet. */
export const waitingQuery = (tenant: string, thread: string) =>
  queryOptions({
    queryKey: ['waiting-posts', tenant, thread],
    queryFn: ({ signal }) => loadWaiting(tenant, thread, signal),
  })

export const takeWaitingBack = (tenant: string, id: string) => remove(tenantPath(tenant, 'waiting-posts', id), { timeout: PATIENCE })

export const waits = (sent: Post | WaitingPost): sent is WaitingPost => 'why' in sent
