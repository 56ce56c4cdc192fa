import type { FieldProblem } from '@/api/problems'
import type { Issue, IssueForm, IssueTemplate, Need, Regime, Visibility } from '@/api/types'
import type { Translate } from '@/i18n'
import { dayOn } from '@/lib/dates'
import { same } from '@/lib/merge'
import { REGIME } from '@/lib/regimes'
import { isBegun, isSent, withIds as withIdsOf } from '@/lib/rows'
import { VISIBILITY } from './words'

/** A perspective as it is being described. */
export interface Row {
  id: string | null
  name: string
  /** What somebody who brings it has seen or done. */
  experience: string
  need: Need
  wanted: number
}

/** The issue as it stands in the editor: every field there, nothing yet wrong. */
export interface Fields {
  title: string
  coreQuestion: string
  whyNow: string
  /** Why only one group is asked. */
  whyOne: string
  background: string
  visibility: Visibility
  regime: Regime
  /** A day, `2026-03-18`, or nothing. */
  plannedEnd: string
  terms: string[]
  perspectives: Row[]
}

export function fieldsOf(issue: Issue): Fields {
  return {
    title: issue.title,
    coreQuestion: issue.coreQuestion,
    whyNow: issue.whyNow,
    whyOne: issue.whyOne,
    background: issue.background,
    visibility: issue.visibility,
    regime: issue.regime,
    plannedEnd: dayOn(issue.plannedEnd),
    terms: issue.terms.map((term) => term.id),
    perspectives: issue.perspectives.map(({ id, name, experience, need, wanted }) => ({ id, name, experience, need, wanted })),
  }
}

/** Rows in which nothing stands yet stay in the browser. */
export function formOf(fields: Fields): IssueForm {
  return {
    ...fields,
    plannedEnd: fields.plannedEnd ? `${fields.plannedEnd}T12:00:00Z` : null,
    perspectives: fields.perspectives.filter(isSent),
  }
}

/** What must not be empty before others see it, as the server asks it too. */
export function missing(fields: Fields): Omit<FieldProblem, 'detail'>[] {
  const empty = (['title', 'coreQuestion', 'whyNow'] as const).filter((name) => fields[name].trim() === '').map((name) => ({ pointer: `/${name}`, code: 'text.empty' }))
  if (named(fields).length === 0) return [...empty, { pointer: '/perspectives', code: 'issue.perspectives-missing' }]
  return asksOne(fields) && fields.whyOne.trim() === '' ? [...empty, { pointer: '/whyOne', code: 'issue.why-one-missing' }] : empty
}

const named = (fields: Fields): Row[] => fields.perspectives.filter((row) => row.name.trim() !== '')

/** Only one group is asked: then it is said why. */
export const asksOne = (fields: Fields): boolean => named(fields).length === 1

const MOST_ROWS = 20
const plain = (name: string): string => name.trim().toLowerCase()

/** What a template adds: texts and rows that are still empty. What was typed stays as it is. */
export function filledBy(fields: Fields, template: IssueTemplate): Partial<Fields> {
  const texts = (['coreQuestion', 'whyNow', 'background'] as const).filter((name) => fields[name].trim() === '' && template[name] !== '')
  const known = named(fields).map((row) => {
    const same = template.perspectives.find((one) => plain(one.name) === plain(row.name))
    return same && row.experience.trim() === '' ? { ...row, experience: same.experience } : row
  })
  const added = template.perspectives.filter((one) => !known.some((row) => plain(row.name) === plain(one.name))).map((one) => ({ id: null, ...one }))
  const perspectives = [...known, ...added].slice(0, Math.max(MOST_ROWS, known.length))
  const isFuller = perspectives.length > known.length || perspectives.some((row, at) => row !== named(fields)[at])
  return { ...Object.fromEntries(texts.map((name) => [name, template[name]])), ...(isFuller ? { perspectives } : {}) }
}

/** Nothing was typed between these two; new rows may have got their id. */
export const readsLike = (one: Fields, other: Fields): boolean => typed(one) === typed(other)
const typed = (fields: Fields): string => JSON.stringify(formOf({ ...fields, perspectives: fields.perspectives.map((row) => ({ ...row, id: null })) }))

/** After saving, new rows know their id. */
export const withIds = (fields: Fields, saved: Issue): Fields => ({ ...fields, perspectives: withIdsOf(fields.perspectives, saved.perspectives) })

const PARTS = ['title', 'coreQuestion', 'whyNow', 'whyOne', 'background', 'perspectives', 'visibility', 'regime', 'plannedEnd'] as const
type Part = (typeof PARTS)[number]

/** Rows as they are read beside those of somebody else: a line each. */
const asLines = (rows: readonly Row[]): string =>
  rows
    .filter(isBegun)
    .map(({ name, experience, wanted }) => `${name.trim()} (${String(wanted)}) ${experience.trim()}`.trim())
    .join('\n')

export function textOf(t: Translate, fields: Fields, name: Part): string {
  if (name === 'visibility') return t(VISIBILITY[fields.visibility].key)
  if (name === 'regime') return t(REGIME[fields.regime].key)
  return name === 'perspectives' ? asLines(fields.perspectives) : fields[name]
}

/** The parts that two people wrote or chose differently. */
export const differences = (mine: Fields, theirs: Fields): Part[] =>
  PARTS.filter((name) => (name === 'perspectives' ? asLines(mine.perspectives) !== asLines(theirs.perspectives) : !same(mine[name], theirs[name])))
