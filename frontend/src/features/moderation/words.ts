import type { IssueState, ModerationAct, ModerationCase, OwnReport } from '@/api/types'
import { paths } from '@/app/paths'
import type { PlainKey, Translate } from '@/i18n'
import { longDay } from '@/lib/dates'

export const REASON: Record<OwnReport['reason'], PlainKey> = {
  unlawful: 'report-reason-unlawful',
  hate: 'report-reason-hate',
  threat: 'report-reason-threat',
  'private-data': 'report-reason-private-data',
  'child-abuse': 'report-reason-child-abuse',
  'house-rules': 'report-reason-house-rules',
  spam: 'report-reason-spam',
  other: 'report-reason-other',
}

export const REPORT_STATE: Record<OwnReport['state'], PlainKey> = {
  received: 'report-state-received',
  decided: 'report-state-decided',
  appealed: 'report-state-appealed',
}

export const GROUND: Record<'law' | 'rules', PlainKey> = { law: 'ground-law', rules: 'ground-rules' }

export const SIDE: Record<ModerationCase['appeals'][number]['side'], PlainKey> = { author: 'case-appeal-author', reporter: 'case-appeal-reporter' }

/** Why nothing is let through in an issue, and what can be done with it; in all others it can be. */
export const RESTS: Partial<Record<IssueState, PlainKey>> = {
  paused: 'look-rests-paused',
  archived: 'look-rests-archived',
  withdrawn: 'look-rests-withdrawn',
}

/** What is typed, with a reason that the organisation keeps ready below it. */
export const withReason = (text: string, words: string): string => (text.trim() === '' ? words : `${text.trimEnd()}\n${words}`)

/** The list, with one of it in another place. */
export function moved<Item>(items: readonly Item[], from: number, to: number): Item[] {
  const rest = items.filter((_, place) => place !== from)
  return [...rest.slice(0, to), ...items.slice(from, from + 1), ...rest.slice(to)]
}

export type About = ModerationCase['about']

interface Measure {
  act: ModerationAct
  about: About
  until?: string | null
  warned?: boolean
  pausedUntil?: string | null
  byInstallation?: boolean
  /** Null in a room with aliases. */
  fromOutside?: boolean | null
}

/** What is done, one sentence for each measure. */
export function measures(t: Translate, locale: string, { act, about, until, warned = false, pausedUntil, byInstallation = false, fromOutside }: Measure): string[] {
  if (act === 'looked' && byInstallation) return [t('act-looked-installation')]
  if (act === 'looked' && fromOutside === null) return [t('act-looked-alias')]
  const done = act === 'hide' ? t('act-hide', { until: until ? longDay(locale, until) : '' }) : t(ACT_ON[about][act] ?? ACT[act])
  // A warning or a pause is more than nothing.
  const rest = [...(warned ? [t('act-warned')] : []), ...(pausedUntil ? [t('act-paused', { until: longDay(locale, pausedUntil) })] : [])]
  return act === 'leave' && rest.length > 0 ? rest : [done, ...rest]
}

const ACT: Record<Exclude<ModerationAct, 'hide'>, PlainKey> = {
  leave: 'act-leave',
  return: 'act-return',
  remove: 'act-remove',
  retitle: 'act-retitle',
  upheld: 'act-upheld',
  reversed: 'act-reversed',
  looked: 'act-looked',
}

/** What reads otherwise of a title, and of an issue. */
const ACT_ON: Record<About, Partial<Record<ModerationAct, PlainKey>>> = {
  post: {},
  title: { leave: 'act-leave-title', looked: 'act-looked-title' },
  issue: { leave: 'act-leave-issue', retitle: 'act-retitle-issue', looked: 'act-looked-issue' },
}

/** Where it stands, and what it is, for who wrote or reported it. */
export function placeOfOwn(t: Translate, { about, issue, organisation, seq, tenant, thread }: { about: About; issue: string; organisation: string; seq?: number | null | undefined; tenant: string; thread?: string | null | undefined }): { href: string; name: string } {
  const href = thread ? paths.thread(tenant, thread, seq ?? undefined) : paths.issue(tenant, issue)
  const name = { post: () => t('moderated-place', { number: seq ?? '', organisation }), title: () => t('moderated-place-title', { organisation }), issue: () => t('moderated-place-issue', { organisation }) }
  return { href, name: name[about]() }
}
