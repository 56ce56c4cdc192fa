import type { ActorMap, ActorMapForm, DebatePosition } from '@/api/types'
import type { FieldProblem } from '@/api/problems'
import type { Difference } from '@/ui/conflict'
import type { Translate } from '@/i18n'
import { ROLE } from './words'

type Risk = NonNullable<DebatePosition['risk']>

/** A position while it is written: a risk without words is none. */
export interface Party extends Omit<DebatePosition, 'risk' | 'interests' | 'needs' | 'relations'> {
  interests: string
  needs: string
  risk: Risk
  relations: NonNullable<DebatePosition['relations']>
}

export interface Writing {
  subject: string
  one: string
  other: string
  question: string
  parties: Party[]
  shown: boolean
}

const partyOf = (it: DebatePosition): Party => ({ ...it, interests: it.interests ?? '', needs: it.needs ?? '', risk: it.risk ?? { words: '', likelihood: 'fair', impact: 'fair' }, relations: it.relations ?? [] })

export const writingOf = ({ text, shown }: ActorMap): Writing => ({ subject: text?.subject ?? '', one: text?.one ?? '', other: text?.other ?? '', question: text?.question ?? '', parties: (text?.positions ?? []).map(partyOf), shown })

export const formOf = ({ subject, one, other, question, parties, shown }: Writing): ActorMapForm => ({
  shown,
  text: { subject, one, other, question, positions: parties.map((it) => ({ ...it, risk: it.risk.words.trim() ? it.risk : null })) },
})

const hasSide = (role: Party['role']) => role === 'pusher' || role === 'joiner'

/** The same party in another role: who has no side any more stands between, and the other way round one is chosen. */
export const inRole = (party: Party, role: Party['role']): Party => ({ ...party, role, side: hasSide(role) ? (party.side === 'between' ? 'one' : party.side) : 'between' })

export function added(writing: Writing): Writing {
  const number = Math.max(0, ...writing.parties.map((it) => it.number)) + 1
  return { ...writing, parties: [...writing.parties, partyOf({ number, name: '', role: 'middle', side: 'between' })] }
}

/** Without one party, and without what the others had to do with it. */
export function without(writing: Writing, number: number): Writing {
  const rest = writing.parties.filter((it) => it.number !== number)
  return { ...writing, parties: rest.map((it) => ({ ...it, relations: it.relations.filter(({ to }) => to !== number) })) }
}

export const changed = (writing: Writing, number: number, change: (party: Party) => Party): Writing => ({ ...writing, parties: writing.parties.map((it) => (it.number === number ? change(it) : it)) })

const POSITION = /^\/text\/positions\/(\d+)(\/.*)?$/

/** Faults where their parties stand now; of a party that was taken away since, none. */
export const moved = (faults: readonly FieldProblem[], sent: Writing, now: Writing): FieldProblem[] =>
  faults.flatMap((fault) => {
    const [, place, rest = ''] = POSITION.exec(fault.pointer) ?? []
    const number = place === undefined ? undefined : sent.parties[Number(place)]?.number
    if (number === undefined) return [fault]
    const at = now.parties.findIndex((it) => it.number === number)
    return at < 0 ? [] : [{ ...fault, pointer: `/text/positions/${String(at)}${rest}` }]
  })

/** The id of the field that a pointer of the server's names. */
export const placeOf = (pointer: string): string => pointer.replace(/^\/text\//, 'map-').replaceAll('/', '-')

/** A fault among all others: with the party whose it is, since several may have the same. */
export function sentenceOf(t: Translate, { parties }: Writing, { pointer, detail }: FieldProblem): string {
  const party = parties[Number(/^\/text\/positions\/(\d+)\//.exec(pointer)?.[1])]
  return party ? t('map-fault-of', { number: party.number, name: party.name || t('map-position-new'), fault: detail }) : detail
}

/** What two people wrote differently, a party at a time. */
export function differences(t: Translate, mine: Writing, theirs: Writing): Difference[] {
  const found: Difference[] = []
  for (const [name, a, b] of [
    [t('map-subject'), mine.subject, theirs.subject],
    [t('map-one'), mine.one, theirs.one],
    [t('map-other'), mine.other, theirs.other],
    [t('map-question'), mine.question, theirs.question],
  ] as const)
    if (a !== b) found.push({ name, mine: a, theirs: b })
  const numbers = new Set([...mine.parties, ...theirs.parties].map((it) => it.number))
  for (const number of numbers) {
    const [a, b] = [mine, theirs].map((one) => one.parties.find((it) => it.number === number))
    if (JSON.stringify(a) !== JSON.stringify(b)) found.push({ name: t('map-position', { number }), mine: told(t, a), theirs: told(t, b) })
  }
  if (mine.shown !== theirs.shown) found.push({ name: t('map-shown'), mine: t(mine.shown ? 'map-shown-yes' : 'map-shown-no'), theirs: t(theirs.shown ? 'map-shown-yes' : 'map-shown-no') })
  return found
}

function told(t: Translate, party: Party | undefined): string {
  if (!party) return ''
  return [party.name, t(ROLE[party.role].name), party.interests, party.needs, party.risk.words].filter(Boolean).join('\n')
}
