import type { FieldProblem } from '@/api/problems'
import type { OutcomeForm } from '@/api/types'
import type { PlainKey } from '@/i18n'
import { dayOn } from '@/lib/dates'
import { same } from '@/lib/merge'
import type { Edition, Outcome, Source, StatementKind } from './api'
import { KINDS, STATEMENT } from './words'

/** One statement in the editor. */
export interface Row {
  /** Only to tell rows apart on the screen. */
  key: string
  text: string
  why: string
  sources: Source[]
  /** Posts in rooms that this writer cannot read: kept as they are. */
  closedPosts: string[]
}

/** The outcome as it stands in the editor: every field there, nothing yet wrong. */
export interface Fields {
  title: string
  intro: string
  lang: OutcomeForm['lang']
  /** A day, `2026-03-18`, or nothing. */
  reviewAt: string
  rows: Record<StatementKind, Row[]>
}

export const blankRow = (): Row => ({ key: crypto.randomUUID(), text: '', why: '', sources: [], closedPosts: [] })

const isBlank = (row: Row): boolean => row.text.trim() === '' && row.why.trim() === '' && row.sources.length + row.closedPosts.length === 0

/** What must be told has a row to begin with; what is not done may be nothing. */
function rowsOf(edition: Edition | null, kind: StatementKind): Row[] {
  const rows = (edition?.statements ?? [])
    .filter((statement) => statement.kind === kind)
    .map(({ text, why, sources, closedPosts }) => ({ key: crypto.randomUUID(), text, why: why ?? '', sources, closedPosts }))
  return rows.length > 0 || kind === 'not-done' ? rows : [blankRow()]
}

export function fieldsOf(outcome: Outcome, lang: OutcomeForm['lang']): Fields {
  const edition = outcome.draft ?? null
  return {
    title: edition?.title ?? '',
    intro: edition?.intro ?? '',
    lang: edition?.lang ?? lang,
    reviewAt: dayOn(edition?.reviewAt),
    rows: { heard: rowsOf(edition, 'heard'), done: rowsOf(edition, 'done'), 'not-done': rowsOf(edition, 'not-done'), 'you-can': rowsOf(edition, 'you-can') },
  }
}

/** The rows that say something, in the order in which the server numbers them. */
function told(fields: Fields): { kind: StatementKind; index: number; row: Row }[] {
  return KINDS.flatMap((kind) => fields.rows[kind].map((row, index) => ({ kind, index, row }))).filter(({ row }) => !isBlank(row))
}

export function formOf(fields: Fields): OutcomeForm {
  return {
    title: fields.title,
    intro: fields.intro,
    lang: fields.lang,
    reviewAt: fields.reviewAt ? `${fields.reviewAt}T12:00:00Z` : null,
    statements: told(fields).map(({ kind, row }) => ({
      kind,
      text: row.text,
      why: kind === 'not-done' && row.why.trim() !== '' ? row.why : null,
      posts: [...row.sources.map((source) => source.post), ...row.closedPosts],
    })),
  }
}

type Missing = Omit<FieldProblem, 'detail'>

/** What readers cannot do without, as the server asks it too; `tomorrow` is the first day to look again. */
export function missing(fields: Fields, tomorrow: string): Missing[] {
  const rows = told(fields)
  const isTold = (...kinds: StatementKind[]) => rows.some(({ kind, row }) => kinds.includes(kind) && row.text.trim() !== '')
  const whole = (code: string) => ({ pointer: '/statements', code })
  return [
    ...(isTold('heard') ? [] : [whole('outcome.heard-missing')]),
    ...(isTold('done', 'not-done') ? [] : [whole('outcome.done-missing')]),
    ...(isTold('you-can') ? [] : [whole('outcome.you-can-missing')]),
    ...rows.flatMap(({ kind, row }, place) => missingIn(kind, row, `/statements/${String(place)}`)),
    ...(fields.reviewAt >= tomorrow ? [] : [{ pointer: '/reviewAt', code: 'outcome.review-not-in-future' }]),
  ]
}

const missingIn = (kind: StatementKind, row: Row, pointer: string): Missing[] => [
  ...(row.text.trim() === '' ? [{ pointer: `${pointer}/text`, code: 'text.empty' }] : []),
  ...(kind === 'not-done' && row.why.trim() === '' ? [{ pointer: `${pointer}/why`, code: 'outcome.why-missing' }] : []),
]

/** Whether it rests on what was said in a trusted room. */
export const asksConsent = (fields: Fields): boolean =>
  told(fields).some(({ row }) => row.closedPosts.length > 0 || row.sources.some((source) => source.regime === 'trusted' || source.regime === 'confidential'))

export const rowField = (kind: StatementKind, index: number, part: 'text' | 'why' | 'posts'): string => `outcome-${kind}-${String(index)}-${part}`

const MISSING: Record<string, StatementKind> = { 'outcome.heard-missing': 'heard', 'outcome.done-missing': 'done', 'outcome.you-can-missing': 'you-can' }
const TOP: Record<string, { field: string; name: PlainKey }> = {
  title: { field: 'outcome-title', name: 'outcome-title-label' },
  intro: { field: 'outcome-intro', name: 'outcome-intro-label' },
  reviewAt: { field: 'outcome-review', name: 'outcome-review-label' },
  quotingAgreed: { field: 'outcome-consent', name: 'outcome-consent-name' },
}

/** The server numbers the rows that it got: `/statements/1/why` becomes `/rows/<key>/why`, which stays true whatever is typed after it. */
export function keyed(pointer: string, sent: Fields): string {
  const [first, number, part = 'text'] = pointer.slice(1).split('/')
  const found = first === 'statements' && number !== undefined ? told(sent)[Number(number)] : undefined
  return found ? `/rows/${found.row.key}/${part}` : pointer
}

const rowOf = (key: string | undefined, fields: Fields) => KINDS.flatMap((kind) => fields.rows[kind].map((row, index) => ({ kind, index, row }))).find(({ row }) => row.key === key)

/** What is still at fault: not what was filled in since it was `checked`, nor a row that is gone. */
export const standing = <Fault extends Missing>(errors: readonly Fault[], fields: Fields, checked: Fields): Fault[] => errors.filter((error) => !isMended(error, fields) || isMended(error, checked))

function isMended({ pointer, code }: Missing, fields: Fields): boolean {
  const missing = MISSING[code]
  if (missing) return told(fields).some(({ kind, row }) => (kind === missing || (missing === 'done' && kind === 'not-done')) && row.text.trim() !== '')
  const [first, key, part] = pointer.slice(1).split('/')
  if (first !== 'rows') return false
  const row = rowOf(key, fields)?.row
  if (!row || isBlank(row)) return true
  if (code === 'outcome.why-missing') return row.why.trim() !== ''
  return code === 'text.empty' && (part === 'why' ? row.why : row.text).trim() !== ''
}

/** Which field of the page a refusal is about (as `keyed` says it), and what that field is called; null when it is about none. */
export function placeOf(error: FieldProblem, fields: Fields): { field: string; name: PlainKey } | null {
  const [first = '', key, part] = error.pointer.slice(1).split('/')
  const missing = MISSING[error.code]
  if (missing) return { field: rowField(missing, 0, 'text'), name: STATEMENT[missing] }
  if (first !== 'rows') return TOP[first] ?? null
  const found = rowOf(key, fields)
  if (!found) return null
  return { field: rowField(found.kind, found.index, part === 'why' || part === 'posts' ? part : 'text'), name: STATEMENT[found.kind] }
}

/** The sentence for each field that is refused. */
export function sentences(errors: readonly FieldProblem[], fields: Fields): Map<string, string> {
  return new Map(errors.flatMap((error) => (placeOf(error, fields) ? [[placeOf(error, fields)?.field ?? '', error.detail] as const] : [])))
}

const asText = (rows: Row[]): string =>
  rows
    .filter((row) => !isBlank(row))
    .map((row) => ['-', row.text, row.why && `(${row.why})`].filter(Boolean).join(' '))
    .join('\n')

/** The parts that two people wrote differently. */
export function differences(mine: Fields, theirs: Fields): { name: PlainKey; mine: string; theirs: string }[] {
  const parts: { name: PlainKey; mine: string; theirs: string }[] = [
    { name: 'outcome-title-label', mine: mine.title, theirs: theirs.title },
    { name: 'outcome-intro-label', mine: mine.intro, theirs: theirs.intro },
    ...KINDS.map((kind) => ({ name: STATEMENT[kind], mine: asText(mine.rows[kind]), theirs: asText(theirs.rows[kind]) })),
    { name: 'outcome-review-label', mine: mine.reviewAt, theirs: theirs.reviewAt },
  ]
  return parts.filter((part) => !same(part.mine, part.theirs))
}
