import { queryOptions } from '@tanstack/react-query'
import { get, request } from '@/api/client'
import type { MyProfile } from '@/api/types'
import type { Audience } from './api'

export type TextPart = 'experience' | 'story'

const PARTS = ['experience', 'story', 'languages'] as const

/** Which parts others may read, and who. */
export const partsShown = (profile: MyProfile) =>
  PARTS.flatMap((part) => {
    const audience: Audience = profile[part]?.audience ?? 'nobody'
    return audience === 'nobody' ? [] : [{ part, audience }]
  })

/** What one says of oneself in one's own words, each part with the version that an edit starts from. */
export const myProfileQuery = queryOptions({
  queryKey: ['my-profile-parts'],
  queryFn: ({ signal }) => get<MyProfile>('/v1/me/profile', { signal }),
})

const say = (path: string, body: object, version: number) => request<MyProfile>('PUT', path, { body, ifMatch: `"${version}"` }).then((reply) => reply.data)

/** An empty text takes back what was said. */
export const sayText = (part: TextPart, text: string, audience: Audience, version: number) => say(`/v1/me/profile/${part}`, { text, audience }, version)

/** None takes back what was said. */
export const sayLanguages = (languages: readonly string[], audience: Audience, version: number) => say('/v1/me/languages', { languages, audience }, version)
