import type { PlainKey } from '@/i18n'

/** What the server found wrong with a password, in words. */
export const HINT: Record<string, PlainKey> = {
  'identity.password-too-short': 'password-hint-short',
  'identity.password-too-long': 'password-hint-long',
  'identity.password-too-easy': 'password-hint-easy',
  'identity.password-common': 'password-hint-common',
  'identity.password-pattern': 'password-hint-pattern',
  'identity.password-date': 'password-hint-date',
  'identity.password-name': 'password-hint-name',
}

/** How strong, in a word; the bar only repeats it. */
export const STRENGTH = ['password-strength-0', 'password-strength-1', 'password-strength-2', 'password-strength-3', 'password-strength-4'] as const satisfies PlainKey[]
