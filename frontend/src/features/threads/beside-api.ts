import { queryOptions } from '@tanstack/react-query'
import { get, post, put, request, tenantPath } from '@/api/client'
import type { Post, PostResponses, ResponseKind, Thread } from '@/api/types'

/** Responses come for so many numbers at once. */
export const BLOCK = 200

/** What was said in one word to the posts with the numbers after this one. */
export const responsesQuery = (tenant: string, thread: string, after: number) =>
  queryOptions({
    queryKey: ['responses', tenant, thread, after],
    queryFn: ({ signal }) =>
      get<{ items: PostResponses[] }>(tenantPath(tenant, 'threads', thread, 'responses'), { query: { after }, signal }).then((list) => list.items),
    staleTime: 30_000,
  })

const beside = (tenant: string, id: string, ...rest: string[]) => tenantPath(tenant, 'posts', id, ...rest)

const putOrTake = <T>(path: string, on: boolean): Promise<T> => (on ? put<T>(path) : request<T>('DELETE', path).then(({ data }) => data))

export const respond = (tenant: string, id: string, kind: ResponseKind, give: boolean) => putOrTake<PostResponses>(beside(tenant, id, 'responses', kind), give)
export const pinPost = (tenant: string, id: string, on: boolean) => putOrTake<Post>(beside(tenant, id, 'pin'), on)
export const acceptAnswer = (tenant: string, id: string, on: boolean) => putOrTake<Post>(beside(tenant, id, 'accepted'), on)
export const labelAnswer = (tenant: string, id: string, words: string) => put<Post>(beside(tenant, id, 'perspective'), { body: { words } })
export const unlabelAnswer = (tenant: string, id: string) => putOrTake<Post>(beside(tenant, id, 'perspective'), false)

export const splitThread = (tenant: string, thread: string, form: { title: string; posts: string[] }, idempotencyKey: string) =>
  post<Thread>(tenantPath(tenant, 'threads', thread, '_split'), { body: form, idempotencyKey })
export const movePosts = (tenant: string, thread: string, form: { to: string; posts: string[] }) => post<Thread>(tenantPath(tenant, 'threads', thread, '_move'), { body: form })
export const mergeThread = (tenant: string, thread: string, into: string) => post<Thread>(tenantPath(tenant, 'threads', thread, '_merge'), { body: { into } })

/** From where people in this issue may speak: proposals for who labels an answer. */
export const perspectivesQuery = (tenant: string, issue: string) =>
  queryOptions({
    queryKey: ['answer-perspectives', tenant, issue],
    queryFn: ({ signal }) => get<{ perspectives: { name: string }[] }>(tenantPath(tenant, 'issues', issue), { signal }).then((found) => found.perspectives.map(({ name }) => name)),
  })
