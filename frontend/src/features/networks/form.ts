import type { FieldProblem } from '@/api/problems'
import type { Need, Network, NetworkForm, NetworkKind, Visibility } from '@/api/types'
import type { PlainKey, Translate } from '@/i18n'
import { dayOn } from '@/lib/dates'
import { same } from '@/lib/merge'
import { isBegun, isSent, withIds as withIdsOf } from '@/lib/rows'
import { KIND, READERS } from './words'

/** The network as it stands in the editor: every field there, nothing yet wrong. */
export interface Fields {
  kind: NetworkKind
  name: string
  purpose: string
  mandate: string
  about: string
  houseRules: string
  /** A number as it is typed, or nothing. */
  targetSize: string
  visibility: Visibility
  /** A day, `2026-03-18`, or nothing. */
  plannedEnd: string
  terms: string[]
  vacancies: { id: string | null; name: string; experience: string; need: Need; wanted: number }[]
}

export function fieldsOf({ room, ...network }: Network): Fields {
  return {
    kind: network.kind,
    name: room.title,
    purpose: room.coreQuestion,
    mandate: room.whyNow,
    about: room.background,
    houseRules: network.houseRules,
    targetSize: network.targetSize ? String(network.targetSize) : '',
    visibility: room.visibility,
    plannedEnd: dayOn(room.plannedEnd),
    terms: room.terms.map((term) => term.id),
    vacancies: room.perspectives.map(({ id, name, experience, need, wanted }) => ({ id, name, experience, need, wanted })),
  }
}

/** Rows in which nothing stands yet stay in the browser. */
export function formOf(fields: Fields): NetworkForm {
  return {
    ...fields,
    targetSize: fields.targetSize.trim() === '' ? null : Math.trunc(Number(fields.targetSize)) || 0,
    plannedEnd: fields.kind === 'session' && fields.plannedEnd ? `${fields.plannedEnd}T12:00:00Z` : null,
    vacancies: fields.vacancies.filter(isSent),
  }
}

/** A network like this one: the same charter and the same vacancies, other people; of its words those that are `known` here. */
export function likeIt(network: Network, name: string, known: ReadonlySet<string>): NetworkForm {
  const form = formOf(fieldsOf(network))
  return { ...form, name, plannedEnd: null, terms: (form.terms ?? []).filter((term) => known.has(term)), vacancies: (form.vacancies ?? []).map((row) => ({ ...row, id: null })) }
}

/** The first texts of a kind of network. */
export interface FirstText {
  purpose: string
  houseRules: string
}

/** The first text of a kind where nothing is typed: what is empty, or still the first text of some kind, becomes it. */
export function beginningWith(fields: Pick<Fields, keyof FirstText>, first: FirstText, ours: readonly FirstText[]): Partial<FirstText> {
  const names = ['purpose', 'houseRules'] as const
  const isOurs = (name: keyof FirstText) => fields[name].trim() === '' || ours.some((one) => one[name].trim() === fields[name].trim())
  return Object.fromEntries(names.filter((name) => isOurs(name) && fields[name].trim() !== first[name].trim()).map((name) => [name, first[name]]))
}

/** What must not be empty before others see it, as the server asks it too. */
export const missing = (fields: Fields): Omit<FieldProblem, 'detail'>[] =>
  (['name', 'purpose'] as const).filter((name) => fields[name].trim() === '').map((name) => ({ pointer: `/${name}`, code: 'text.empty' }))

/** After saving, new rows know their id. */
export const withIds = (fields: Fields, saved: Network): Fields => ({ ...fields, vacancies: withIdsOf(fields.vacancies, saved.room.perspectives) })

export const NAMES = {
  name: 'network-name',
  purpose: 'network-purpose',
  mandate: 'network-mandate',
  about: 'network-about',
  houseRules: 'network-house-rules',
  vacancies: 'network-vacancies',
  kind: 'network-kind',
  targetSize: 'network-target-size',
  visibility: 'network-visibility',
  plannedEnd: 'issue-planned-end',
} as const satisfies Partial<Record<keyof Fields, PlainKey>>

/** As it is read beside what somebody else wrote: of rows a line each. */
export function textOf(t: Translate, fields: Fields, name: keyof typeof NAMES): string {
  if (name === 'kind') return t(KIND[fields.kind].key)
  if (name === 'visibility') return t(READERS[fields.visibility].key)
  return name === 'vacancies' ? asLines(fields) : fields[name]
}
const asLines = (fields: Fields): string => fields.vacancies.filter(isBegun).map((row) => `${row.name.trim()} (${String(row.wanted)}) ${row.experience.trim()}`.trim()).join('\n')

/** The parts that two people wrote or chose differently. */
export const differences = (mine: Fields, theirs: Fields): (keyof typeof NAMES)[] =>
  (Object.keys(NAMES) as (keyof typeof NAMES)[]).filter((name) => (name === 'vacancies' ? asLines(mine) !== asLines(theirs) : !same(mine[name], theirs[name])))

/** Steps of the room speak of the room's fields. */
const ROOM: Record<string, string> = { title: 'name', coreQuestion: 'purpose', whyNow: 'mandate', background: 'about', perspectives: 'vacancies' }
export const ownPointer = (pointer: string): string => {
  const [first = '', ...rest] = pointer.split('/').slice(1)
  return `/${[ROOM[first] ?? first, ...rest].join('/')}`
}

export const nameOf = (pointer: string): PlainKey => {
  const field = ownPointer(pointer).split('/')[1] ?? ''
  return field in NAMES ? NAMES[field as keyof typeof NAMES] : 'issue-themes'
}
