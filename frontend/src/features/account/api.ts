import { queryOptions } from '@tanstack/react-query'
import { get, OF_ANOTHER, post, put, remove, request } from '@/api/client'
import { isProblem } from '@/api/problems'
import { leave } from '@/api/session'
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

/** A session that is over already is signed out of as well; that of somebody else who came in this browser is not. */
const unlessOver = (error: unknown): void => {
  if (!isProblem(error, 401) || error.code === OF_ANOTHER) throw error
}
export const signOutHere = () => leave(() => remove('/v1/me/sessions/_current').catch(unlessOver))
export const signOutThere = (session: string) => remove(`/v1/me/sessions/${encodeURIComponent(session)}`)
export const signOutEverywhere = () => leave(() => remove('/v1/me/sessions'))

export type Address = Me['addresses'][number]
const addressPath = (id: string) => `/v1/me/email-addresses/${encodeURIComponent(id)}`

/** Claims an address, or mails another code to one that waits. */
export const addAddress = (email: string) => post<Address>('/v1/me/email-addresses', { body: { email } })
export const proveAddress = (id: string, code: string) => post(`${addressPath(id)}/_verify`, { body: { code } })
export const promoteAddress = (id: string) => post(`${addressPath(id)}/_promote`)
export const removeAddress = (id: string) => remove(addressPath(id))

export interface Strength {
  /** 0 (guessed at once) to 4 (very hard). */
  score: number
  /** The code of what is wrong with it; null when it is good enough. */
  hint: string | null
}

export const measurePassword = (password: string, signal: AbortSignal) => post<Strength>('/v1/password-strength', { body: { password }, signal })
/** Without the current one: only shortly after signing in. */
export const setPassword = (current: string | null, wanted: string) => put('/v1/me/password', { body: { current, new: wanted } })
export const removePassword = () => remove('/v1/me/password')
