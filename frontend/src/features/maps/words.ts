import type { DebatePosition } from '@/api/types'
import type { PlainKey } from '@/i18n'

type Risk = NonNullable<DebatePosition['risk']>
type Relation = NonNullable<DebatePosition['relations']>[number]

export const ROLES = ['pusher', 'joiner', 'middle', 'bridge-builder', 'scapegoat'] as const
export const DEGREES = ['small', 'fair', 'large'] as const
export const RELATIONS = ['supports', 'opposes', 'influences', 'depends-on'] as const

export const ROLE: Record<DebatePosition['role'], { name: PlainKey; hint: PlainKey }> = {
  pusher: { name: 'map-role-pusher', hint: 'map-role-pusher-hint' },
  joiner: { name: 'map-role-joiner', hint: 'map-role-joiner-hint' },
  middle: { name: 'map-role-middle', hint: 'map-role-middle-hint' },
  'bridge-builder': { name: 'map-role-bridge', hint: 'map-role-bridge-hint' },
  scapegoat: { name: 'map-role-scapegoat', hint: 'map-role-scapegoat-hint' },
}
export const LIKELIHOOD: Record<Risk['likelihood'], PlainKey> = { small: 'map-likelihood-small', fair: 'map-likelihood-fair', large: 'map-likelihood-large' }
export const IMPACT: Record<Risk['impact'], PlainKey> = { small: 'map-impact-small', fair: 'map-impact-fair', large: 'map-impact-large' }
export const RELATION: Record<Relation['kind'], PlainKey> = { supports: 'map-relation-supports', opposes: 'map-relation-opposes', influences: 'map-relation-influences', 'depends-on': 'map-relation-depends' }
