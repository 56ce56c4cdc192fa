import { queryOptions } from '@tanstack/react-query'
import { get, post, put, remove, request, tenantPath } from '@/api/client'
import type { Acknowledgement, Dilemma, Post, ViewKind } from '@/api/types'

/** How concerns were heard, and what is offered. */
export const dilemmaQuery = (tenant: string, thread: string) =>
  queryOptions({
    queryKey: ['dilemma', tenant, thread],
    queryFn: ({ signal }) => get<Dilemma>(tenantPath(tenant, 'threads', thread, 'dilemma'), { signal }),
  })

export type Offer = Pick<Dilemma, 'possible' | 'impossible' | 'decides'>

export const offerPerspective = (tenant: string, thread: string, offer: Offer, version: number) =>
  put<Dilemma>(tenantPath(tenant, 'threads', thread, 'dilemma'), { body: offer, ifMatch: `"${String(version)}"` })

export const acknowledge = (tenant: string, id: string, words: string, idempotencyKey: string) =>
  post<Acknowledgement>(tenantPath(tenant, 'posts', id, 'acknowledgements'), { body: { words }, idempotencyKey })
const answered = (tenant: string, id: string, ...rest: string[]) => tenantPath(tenant, 'acknowledgements', id, ...rest)
export const confirmHeard = (tenant: string, id: string) => post<Acknowledgement>(answered(tenant, id, '_confirm'), {})
export const correctHeard = (tenant: string, id: string, words: string) => post<Acknowledgement>(answered(tenant, id, '_correct'), { body: { words } })
export const takeHeardBack = (tenant: string, id: string) => remove(answered(tenant, id))

export const sortView = (tenant: string, id: string, kind: ViewKind | null) => {
  const path = tenantPath(tenant, 'posts', id, 'view')
  return kind ? put<Post>(path, { body: { kind } }) : request<Post>('DELETE', path).then(({ data }) => data)
}
