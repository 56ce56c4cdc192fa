import { queryOptions } from '@tanstack/react-query'
import { get, request } from '@/api/client'
import type { MyProfile } from '@/api/types'
import type { Audience } from './api'

export type TextPart = 'experience' | 'story'

const PARTS = ['experience', 'story', 'languages'] as const

interface PartShown {
  part: (typeof PARTS)[number] | 'organisation-role'
  /** Of what I do there. */
  organisation?: string
  audience: Audience
}

/** Which parts others may read, and who. */
export const partsShown = (profile: MyProfile): PartShown[] => {
  const parts = PARTS.map((part): PartShown => ({ part, audience: profile[part]?.audience ?? 'nobody' }))
  const roles = profile.roles.map(({ name, said }): PartShown => ({ part: 'organisation-role', organisation: name, audience: said?.audience ?? 'nobody' }))
  return [...parts, ...roles].filter(({ audience }) => audience !== 'nobody')
}

/** What one says of oneself in one's own words, each part with the version that an edit starts from. */
export const myProfileQuery = queryOptions({
  queryKey: ['my-profile-parts'],
  queryFn: ({ signal }) => get<MyProfile>('/v1/me/profile', { signal }),
})

const say = (path: string, body: object, version: number) => request<MyProfile>('PUT', path, { body, ifMatch: `"${version}"` }).then((reply) => reply.data)

/** An empty text takes back what was said. */
export const sayText = (part: TextPart, text: string, audience: Audience, version: number) => say(`/v1/me/profile/${part}`, { text, audience }, version)

/** What I do at an organisation that I am a member of; nothing takes back what was said. */
export const sayRole = (organisation: string, role: string, audience: Audience, version: number) =>
  say(`/v1/me/organisation-roles/${encodeURIComponent(organisation)}`, { role, audience }, version)

/** None takes back what was said. */
export const sayLanguages = (languages: readonly string[], audience: Audience, version: number) => say('/v1/me/languages', { languages, audience }, version)
