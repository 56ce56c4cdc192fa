import type { Agreement } from '@/api/types'
import type { PlainKey } from '@/i18n'

export const RHYTHMS = ['none', 'weekly', 'fortnightly', 'monthly'] as const

export const RHYTHM: Record<Agreement['rhythm'], { choice: PlainKey; said: PlainKey }> = {
  none: { choice: 'agreement-rhythm-none', said: 'agreement-says-none' },
  weekly: { choice: 'agreement-rhythm-weekly', said: 'agreement-says-weekly' },
  fortnightly: { choice: 'agreement-rhythm-fortnightly', said: 'agreement-says-fortnightly' },
  monthly: { choice: 'agreement-rhythm-monthly', said: 'agreement-says-monthly' },
}
