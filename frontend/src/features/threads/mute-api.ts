import { queryOptions } from '@tanstack/react-query'
import { get, post, remove, tenantPath } from '@/api/client'
import type { Mute } from '@/api/types'

/** Of whom the reader reads less, in every organisation. */
export const mutesQuery = queryOptions({
  queryKey: ['mutes'],
  queryFn: ({ signal }) => get<{ items: Mute[] }>('/v1/me/mutes', { signal }).then((list) => list.items),
})

export const muteAuthor = (tenant: string, postId: string, blocks: boolean) => post<Mute>(tenantPath(tenant, 'posts', postId, '_mute'), { body: { blocks } })
export const unmute = (id: string) => remove(`/v1/me/mutes/${id}`)
