import type { Term } from '@/api/types'
import type { PlainKey } from '@/i18n'
import type { Audience, FacetKind } from './api'
import type { ConsentKind, Looker, Sight } from './own-api'

export const AUDIENCES = ['nobody', 'facilitators', 'tenants', 'platform'] as const satisfies readonly Audience[]

export const AUDIENCE: Record<Audience, PlainKey> = {
  nobody: 'audience-nobody',
  facilitators: 'audience-facilitators',
  tenants: 'audience-tenants',
  platform: 'audience-platform',
}

export const QUESTION: Record<FacetKind, PlainKey> = {
  expertise: 'facets-expertise',
  interest: 'facets-interest',
  region: 'facets-region',
}

/** Before the words that somebody shows. */
export const KNOWN_FOR: Record<FacetKind, PlainKey> = {
  expertise: 'people-expertise',
  interest: 'people-interest',
  region: 'people-region',
}

/** Before what somebody agreed to show. */
export const SHOWN: Record<ConsentKind, PlainKey> = {
  ...KNOWN_FOR,
  experience: 'parts-experience',
  story: 'parts-story',
  languages: 'parts-languages',
  'organisation-role': 'parts-role',
}

/** A theme that somebody names is an interest. */
export const kindOf = (term: Term): FacetKind => (term.kind === 'theme' ? 'interest' : term.kind)

/** In which role somebody looked, at the beginning of a sentence. */
export const LOOKER: Record<Looker, PlainKey> = {
  owner: 'looker-owner',
  convener: 'looker-convener',
  publisher: 'looker-publisher',
  facilitator: 'looker-facilitator',
  operator: 'looker-operator',
}

/** Where somebody was seen, by whom, and why. */
export const SIGHT = {
  directory: 'look-directory',
  suggestions: 'look-suggestions',
  members: 'look-members',
  participants: 'look-participants',
  hands: 'look-hands',
  invited: 'look-invited',
  archive: 'look-archive',
} as const satisfies Record<Sight, string>
