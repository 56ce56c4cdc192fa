import type { Emergency } from '@/api/types'
import type { PlainKey } from '@/i18n'

export const STATE: Record<Emergency['state'], PlainKey> = {
  asked: 'emergency-state-asked',
  open: 'emergency-state-open',
  declined: 'emergency-state-declined',
  withdrawn: 'emergency-state-withdrawn',
  ended: 'emergency-state-ended',
}
