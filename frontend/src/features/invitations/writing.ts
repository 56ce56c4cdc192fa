/** An invitation in the making: kept in this browser until it is sent. */
import { dropDraft, keepForm, readForm } from '@/lib/drafts'
import type { Rhythm } from './waves-api'

/** As what the form asks people in. */
export type InvitedRole = 'participant' | 'translator'

export interface Chosen {
  person: string
  name: string
}

/** How they are asked, as it was typed. */
export interface Waves {
  on: boolean
  size: string
  waitDays: string
  enough: string
}

export interface Writing {
  chosen: Chosen[]
  /** Everyone who was chosen since the last sending: whoever is let go of stays in sight, to be chosen again. */
  seen: Chosen[]
  addresses: string
  forAll: string
  /** Own words for one of them, by reference or address. */
  own: Record<string, string>
  waves: Waves
  /** A day, `2026-03-18`: they come as guests; or nothing. Kept before it was there, it is nothing too. */
  until?: string
  /** As what; kept before it was there, as participants. */
  role?: InvitedRole
}

export const NOTHING: Writing = { chosen: [], seen: [], addresses: '', forAll: '', own: {}, waves: { on: false, size: '5', waitDays: '7', enough: '' } }

export const isNothing = (writing: Writing): boolean => writing.chosen.length === 0 && !writing.addresses.trim() && !writing.forAll.trim()

/** What cannot be a number is none: the answer says what is wrong with it, at its field. */
export function rhythmOf({ size, waitDays, enough }: Waves): Rhythm {
  const number = (typed: string) => (/^\d{1,6}$/.test(typed.trim()) ? Number(typed) : 0)
  return { size: number(size), waitDays: number(waitDays), ...(enough.trim() ? { enough: number(enough) } : {}) }
}

const holds = (people: readonly Chosen[], one: Chosen): boolean => people.some(({ person }) => person === one.person)

/** Chosen once, however often it is clicked. */
export const withChosen = (writing: Writing, one: Chosen, on: boolean): Writing => ({
  ...writing,
  chosen: [...writing.chosen.filter(({ person }) => person !== one.person), ...(on ? [one] : [])],
  seen: holds(writing.seen, one) ? writing.seen : [...writing.seen, one],
})

/** `place` names whose it is, and for which issue. */
export const placeOf = (owner: string, tenant: string, issue: string): string => `${owner}/invite ${tenant} ${issue}`

export const readWriting = async (place: string): Promise<Writing> => (await readForm(place, NOTHING)) ?? NOTHING

export async function keepWriting(place: string, writing: Writing): Promise<void> {
  await (isNothing(writing) ? dropDraft(place) : keepForm(place, writing))
}

/** Somebody found elsewhere, to be asked for this issue. */
export async function chooseFor(place: string, one: Chosen): Promise<void> {
  await keepWriting(place, withChosen(await readWriting(place), one, true))
}
