import type { EarlierPost } from '@/api/problems'
import type { Attached } from './attached'

/**
 * What was sent and has no answer yet. Pure.
 *
 * Promise: posts go out one at a time in the order they were written; every attempt of one carries the same key, so
 * that a lost answer and a retry make one post; one that is refused waits for its writer and holds up nobody.
 */
export interface Quoted {
  id: string
  seq: number
  name: string
}

export interface Letter {
  key: string
  body: string
  quotes: Quoted | null
  /** They wait on the server until it takes them. */
  files: readonly Attached[]
}

/** As it is kept in the browser; letters of before there were files had none. */
export type KeptLetter = Omit<Letter, 'files'> & Partial<Letter>

export interface Outgoing extends Letter {
  state: 'queued' | 'sending' | 'waiting' | 'refused'
  /** Why it was refused, or has to wait, in the reader's language. */
  reason: string
  /** The post that says the same already. */
  earlier: EarlierPost | null
  attempts: number
}

export type OutboxEvent =
  | { type: 'restore'; letters: readonly KeptLetter[] }
  | { type: 'add'; letter: Letter }
  | { type: 'sending' | 'drop'; key: string }
  | { type: 'unanswered'; key: string; reason?: string }
  | { type: 'refused'; key: string; reason: string; earlier?: EarlierPost | null }
  | { type: 'try-again' }

const queued = (letter: KeptLetter): Outgoing => ({ ...letter, files: letter.files ?? [], state: 'queued', reason: '', earlier: null, attempts: 0 })

export function outbox(items: readonly Outgoing[], event: OutboxEvent): readonly Outgoing[] {
  const change = (key: string, to: (item: Outgoing) => Partial<Outgoing>) => items.map((item) => (item.key === key ? { ...item, ...to(item) } : item))
  switch (event.type) {
    case 'restore':
      return [...event.letters.filter((letter) => !items.some((item) => item.key === letter.key)).map(queued), ...items]
    case 'add':
      return [...items, queued(event.letter)]
    case 'sending':
      return change(event.key, () => ({ state: 'sending' }))
    case 'unanswered':
      return change(event.key, ({ attempts }) => ({ state: 'waiting', reason: event.reason ?? '', attempts: attempts + 1 }))
    case 'refused':
      return change(event.key, () => ({ state: 'refused', reason: event.reason, earlier: event.earlier ?? null }))
    case 'drop':
      return items.filter((item) => item.key !== event.key)
    case 'try-again':
      return items.map((item) => (item.state === 'waiting' ? { ...item, state: 'queued' } : item))
  }
}

/** The one whose turn it is. */
export function due(items: readonly Outgoing[]): Outgoing | null {
  const first = items.find((item) => item.state !== 'refused')
  return first?.state === 'queued' ? first : null
}

/** The one that is held up because no answer came. */
export const stuck = (items: readonly Outgoing[]): Outgoing | null => items.find((item) => item.state === 'waiting') ?? null
