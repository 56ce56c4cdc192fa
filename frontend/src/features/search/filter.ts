/** What is asked, as the address of the page holds it. Pure. */
export const KINDS = ['issue', 'post', 'outcome', 'product', 'person'] as const
export type Kind = (typeof KINDS)[number]

export interface SearchFilter {
  q: string
  kind: Kind | ''
  /** The organisation's slug. */
  tenant: string
  theme: string
  region: string
  /** The first and the last day, as 2026-11-24. */
  from: string
  to: string
}

/** Shorter words find everything. */
export const SHORTEST = 2

const DAY = /^\d{4}-\d{2}-\d{2}$/
const ID = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i

/** An address that was typed or cut off asks for less, never for an error. */
export function readFilter(search: URLSearchParams): SearchFilter {
  const value = (name: string) => (search.get(name) ?? '').trim()
  const fits = (name: string, form: RegExp) => (form.test(value(name)) ? value(name) : '')
  return {
    q: value('q'),
    kind: KINDS.find((kind) => kind === value('kind')) ?? '',
    tenant: value('tenant'),
    theme: fits('theme', ID),
    region: fits('region', ID),
    from: fits('from', DAY),
    to: fits('to', DAY),
  }
}

export function writeFilter(filter: SearchFilter): URLSearchParams {
  return new URLSearchParams(Object.entries(filter).filter(([, value]) => value !== ''))
}

/** The same words, without any filter. */
export const widest = (filter: SearchFilter): SearchFilter => ({ q: filter.q, kind: '', tenant: '', theme: '', region: '', from: '', to: '' })

/** How many filters narrow, the kind not counted: it has its own row of buttons. */
export const narrowing = (filter: SearchFilter): number => [filter.tenant, filter.theme, filter.region, filter.from || filter.to].filter(Boolean).length

/** By keyboard a year is typed digit by digit, and each makes a day: 0002, 0020, 0202. Nobody looks for those. */
export const isMeant = (day: string): boolean => day === '' || day >= '1000'

export const endsBeforeItBegins = (filter: SearchFilter): boolean => filter.from !== '' && filter.to !== '' && filter.from > filter.to

/** Words that are long enough, or no words and a filter: then the newest. */
export function isAskable(filter: SearchFilter): boolean {
  if (endsBeforeItBegins(filter)) return false
  const letters = Array.from(filter.q).length
  return letters === 0 ? narrowing(filter) > 0 || filter.kind !== '' : letters >= SHORTEST
}
