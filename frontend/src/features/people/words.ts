import type { Term } from '@/api/types'
import type { PlainKey } from '@/i18n'
import type { Audience, FacetKind } from './api'

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

/** A theme that somebody names is an interest. */
export const kindOf = (term: Term): FacetKind => (term.kind === 'theme' ? 'interest' : term.kind)
