import type { Visibility } from '@/api/types'
import type { PlainKey } from '@/i18n'
import type { StatementKind } from './api'

/** In the order in which people read them. */
export const STATEMENT: Record<StatementKind, PlainKey> = {
  heard: 'outcome-heard',
  done: 'outcome-done',
  'not-done': 'outcome-not-done',
  'you-can': 'outcome-you-can',
}

export const KINDS = Object.keys(STATEMENT) as StatementKind[]

/** What is said of something that is missing, by the code that the server has for it. */
export const MISSING: Record<string, PlainKey> = {
  'text.empty': 'field-empty',
  'outcome.heard-missing': 'outcome-heard-missing',
  'outcome.done-missing': 'outcome-done-missing',
  'outcome.you-can-missing': 'outcome-you-can-missing',
  'outcome.why-missing': 'outcome-why-missing',
  'outcome.review-not-in-future': 'outcome-review-missing',
}

/** What its writer may think of. */
export const HINT: Record<StatementKind, PlainKey> = {
  heard: 'outcome-heard-hint',
  done: 'outcome-done-hint',
  'not-done': 'outcome-not-done-hint',
  'you-can': 'outcome-you-can-hint',
}

/** Who can read it once it is published. */
export const READERS: Record<Visibility, PlainKey> = {
  public: 'outcome-readers-public',
  platform: 'outcome-readers-platform',
  tenant: 'outcome-readers-tenant',
  invited: 'outcome-readers-invited',
}

/** What the mail holds. */
export const MAIL: Record<'text' | 'link', PlainKey> = { text: 'outcome-mail-text', link: 'outcome-mail-link' }
