import { queryOptions } from '@tanstack/react-query'
import { get, remove, tenantPath } from '@/api/client'
import type { Post, WaitingPost } from '@/api/types'

/** What the reader wrote in a conversation and nobody else reads yet. */
export const waitingQuery = (tenant: string, thread: string) =>
  queryOptions({
    queryKey: ['waiting-posts', tenant, thread],
    queryFn: ({ signal }) => get<{ items: WaitingPost[] }>(tenantPath(tenant, 'threads', thread, 'waiting-posts'), { signal }).then((list) => list.items),
  })

export const takeWaitingBack = (tenant: string, id: string) => remove(tenantPath(tenant, 'waiting-posts', id))

export const waits = (sent: Post | WaitingPost): sent is WaitingPost => 'why' in sent
