import type { FieldProblem } from '@/api/problems'
import type { Issue, IssueForm, Regime, Visibility } from '@/api/types'

/** The issue as it stands in the editor: every field there, nothing yet wrong. */
export interface Fields {
  title: string
  coreQuestion: string
  whyNow: string
  background: string
  visibility: Visibility
  regime: Regime
  /** A day, `2026-03-18`, or nothing. */
  plannedEnd: string
  terms: string[]
  perspectives: { id: string | null; name: string; wanted: number }[]
}

export function fieldsOf(issue: Issue): Fields {
  return {
    title: issue.title,
    coreQuestion: issue.coreQuestion,
    whyNow: issue.whyNow,
    background: issue.background,
    visibility: issue.visibility,
    regime: issue.regime,
    plannedEnd: issue.plannedEnd?.slice(0, 10) ?? '',
    terms: issue.terms.map((term) => term.id),
    perspectives: issue.perspectives.map(({ id, name, wanted }) => ({ id, name, wanted })),
  }
}

/** Rows without a name are still being thought about and stay in the browser. */
export function formOf(fields: Fields): IssueForm {
  return {
    ...fields,
    plannedEnd: fields.plannedEnd ? `${fields.plannedEnd}T12:00:00Z` : null,
    perspectives: fields.perspectives.filter((row) => row.name.trim() !== ''),
  }
}

/** What must not be empty before others see it, as the server asks it too. */
export function missing(fields: Fields): Omit<FieldProblem, 'detail'>[] {
  const empty = (['title', 'coreQuestion', 'whyNow'] as const).filter((name) => fields[name].trim() === '').map((name) => ({ pointer: `/${name}`, code: 'text.empty' }))
  const isNamed = fields.perspectives.some((row) => row.name.trim() !== '')
  return isNamed ? empty : [...empty, { pointer: '/perspectives', code: 'issue.perspectives-missing' }]
}

/** After saving, new rows know their id; rows without a name keep their place at the end. */
export function withIds(fields: Fields, saved: Issue): Fields {
  const ids = new Map(saved.perspectives.map((row) => [row.name, row.id]))
  return { ...fields, perspectives: fields.perspectives.map((row) => ({ ...row, id: row.id ?? ids.get(row.name.trim()) ?? null })) }
}

/** The texts that two people wrote differently. */
export function differences(mine: Fields, theirs: Fields): ('title' | 'coreQuestion' | 'whyNow' | 'background')[] {
  return (['title', 'coreQuestion', 'whyNow', 'background'] as const).filter((name) => mine[name] !== theirs[name])
}
