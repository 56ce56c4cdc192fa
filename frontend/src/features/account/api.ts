import { queryOptions } from '@tanstack/react-query'
import { get, remove, request } from '@/api/client'
import type { Me, Session } from '@/api/types'

/** The person with the version that an edit starts from. */
export const profileQuery = queryOptions({
  queryKey: ['profile'],
  queryFn: ({ signal }) => request<Me>('GET', '/v1/me', { signal }),
})

export const sessionsQuery = queryOptions({
  queryKey: ['sessions'],
  queryFn: ({ signal }) => get<{ items: Session[] }>('/v1/me/sessions', { signal }).then((list) => list.items),
})

export const changeProfile = (changes: { name?: string; locale?: Me['locale'] }, etag: string) => request<Me>('PATCH', '/v1/me', { body: changes, ifMatch: etag })

/** The language of mails follows the language of the screen. */
export async function rememberLocale(locale: Me['locale']): Promise<void> {
  const { etag } = await request<Me>('GET', '/v1/me')
  if (etag) await changeProfile({ locale }, etag)
}

export const signOutHere = () => remove('/v1/me/sessions/_current')
export const signOutThere = (session: string) => remove(`/v1/me/sessions/${encodeURIComponent(session)}`)
export const signOutEverywhere = () => remove('/v1/me/sessions')
