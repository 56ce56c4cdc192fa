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
