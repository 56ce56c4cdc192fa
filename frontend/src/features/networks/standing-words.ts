import type { NetworkMember } from '@/api/types'
import type { PlainKey } from '@/i18n'

export const STANDING: Record<NetworkMember['standing'], PlainKey> = {
  orientation: 'place-orientation',
  active: 'place-active',
  resting: 'place-resting',
}

export const HEARD: Record<NetworkMember['lastHeard'], PlainKey> = {
  'this-month': 'heard-this-month',
  'this-quarter': 'heard-this-quarter',
  'longer-ago': 'heard-longer-ago',
  'not-yet': 'heard-not-yet',
}

export const OFTEN: Record<NetworkMember['asked'], PlainKey> = {
  never: 'often-never',
  sometimes: 'often-sometimes',
  often: 'often-often',
}
