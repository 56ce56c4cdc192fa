import type { Capacity, Readers, Regime, ResponseKind, Task, ThreadItem, ViewKind } from '@/api/types'
import type { Person } from '@/api/realtime-machine'
import type { PlainKey, Translate } from '@/i18n'
import { dayOf, dayOn } from '@/lib/dates'

export const READERS: Record<Readers, PlainKey> = {
  everyone: 'readers-everyone',
  'signed-in': 'readers-signed-in',
  tenant: 'readers-tenant',
  participants: 'readers-participants',
}

/** Who sees who said it. */
export const WHO_RULE: Record<Regime, PlainKey> = {
  open: 'regime-open-who',
  trusted: 'regime-trusted-who',
  confidential: 'regime-confidential-who',
  authorless: 'regime-authorless-who',
}

export const MAIL_RULE: Record<Regime, PlainKey> = {
  open: 'regime-open-mail',
  trusted: 'regime-trusted-mail',
  confidential: 'regime-confidential-mail',
  authorless: 'regime-confidential-mail',
}

export const QUOTE_RULE: Record<Regime, PlainKey> = {
  open: 'regime-open-quote',
  trusted: 'regime-trusted-quote',
  confidential: 'regime-confidential-quote',
  authorless: 'regime-authorless-quote',
}

/** Who finds it by searching. */
export const SEARCH_RULE: Record<Regime, PlainKey> = {
  open: 'regime-open-search',
  trusted: 'regime-trusted-search',
  confidential: 'regime-closed-search',
  authorless: 'regime-closed-search',
}

/** Who sees that somebody is there, or types. */
export const PRESENCE_RULE: Record<Regime, PlainKey> = {
  open: 'regime-named-presence',
  trusted: 'regime-named-presence',
  confidential: 'regime-closed-presence',
  authorless: 'regime-closed-presence',
}

export function capacityWords(t: Translate, capacity: Capacity, organisation: string | null | undefined): string {
  switch (capacity) {
    case 'personal':
      return t('capacity-personal')
    case 'on-behalf':
      return t('capacity-on-behalf', { organisation: organisation ?? '' })
    case 'official':
      return organisation ? t('capacity-official-of', { organisation }) : t('capacity-official')
  }
}

export const RESPONSE: Record<ResponseKind, PlainKey> = { heard: 'response-heard', familiar: 'response-familiar', thanks: 'response-thanks', 'talk-on': 'response-talk-on' }

/** Always in this order: what is said more often does not come first. */
export const RESPONSES: readonly ResponseKind[] = ['heard', 'familiar', 'thanks', 'talk-on']

/** So many names stand in a line; whoever wants all of them asks. */
const SOME = 3

export function named(names: readonly string[]): { shown: readonly string[]; more: boolean } {
  const more = names.length > SOME + 1
  return { shown: more ? names.slice(0, SOME) : names, more }
}

export const KIND: Record<ThreadItem['kind'], PlainKey> = { talk: 'thread-kind-talk', question: 'thread-kind-question', round: 'thread-kind-round', dilemma: 'thread-kind-dilemma' }
export const KIND_HINT: Record<ThreadItem['kind'], PlainKey> = { talk: 'thread-kind-talk-hint', question: 'thread-kind-question-hint', round: 'thread-kind-round-hint', dilemma: 'thread-kind-dilemma-hint' }
/** The same, said to everybody who takes part. */
export const KIND_RULE: Record<ThreadItem['kind'], PlainKey> = { ...KIND_HINT, question: 'thread-kind-question-rule' }

export const VIEW: Record<ViewKind, PlainKey> = { concern: 'view-concern', position: 'view-position', interest: 'view-interest', value: 'view-value', preference: 'view-preference', fact: 'view-fact' }
export const VIEW_HINT: Record<ViewKind, PlainKey> = {
  concern: 'view-concern-hint',
  position: 'view-position-hint',
  interest: 'view-interest-hint',
  value: 'view-value-hint',
  preference: 'view-preference-hint',
  fact: 'view-fact-hint',
}
export const VIEWS: readonly ViewKind[] = ['concern', 'position', 'interest', 'value', 'preference', 'fact']

/** Whom of those who are here the reader is told of by name, and how many there are besides; never themselves. */
export function othersHere(people: readonly Person[], me: string, isMuted: (by: { author: string }) => boolean): { names: string[]; more: number } {
  const names = people.filter(({ person }) => person !== me && !isMuted({ author: person })).map(({ name }) => name)
  const shown = names.length > 3 ? 2 : names.length
  return { names: names.slice(0, shown), more: names.length - shown }
}

/** Who does something: somebody, those who run the issue, or nobody yet. */
export function whoDoes(t: Translate, { doer, mine, name }: Pick<Task, 'doer' | 'mine' | 'name'>): string {
  if (doer === 'nobody') return t('task-of-nobody')
  if (doer === 'runners') return t('task-of-runners')
  return mine ? t('task-of-you') : name ? t('task-of', { name }) : t('task-of-gone')
}

/** Who did what is done; null where nobody is known to have done it. */
export function whoDid(t: Translate, { doer, mine, name }: Pick<Task, 'doer' | 'mine' | 'name'>): string | null {
  if (doer === 'nobody') return null
  if (doer === 'runners') return t('task-by-runners')
  return mine ? t('task-by-you') : name ? t('task-by', { name }) : null
}

/** A day is kept as its noon: it is over when the next one begins. */
export const isLate = (dueAt: string, now: Date): boolean => dayOn(dueAt) < dayOf(now)
