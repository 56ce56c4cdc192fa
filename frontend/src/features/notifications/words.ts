import type { IssueState } from '@/api/types'
import type { PlainKey } from '@/i18n'
import type { Notification, NotificationKind, Reason } from './api'
import type { Level, Topic } from './settings-api'

const WHAT: Record<NotificationKind, PlainKey> = {
  'thread-opened': 'notification-thread-opened',
  replied: 'notification-replied',
  'issue-moved': 'notification-issue-moved',
  'proposal-received': 'notification-proposal-received',
  'proposal-accepted': 'notification-proposal-accepted',
  'proposal-declined': 'notification-proposal-declined',
  'issue-published': 'notification-issue-published',
  'outcome-published': 'notification-outcome-published',
  'outcome-review-due': 'notification-outcome-review-due',
  'outcome-reviewed': 'notification-outcome-reviewed',
  'product-published': 'notification-product-published',
  'invitation-received': 'notification-invitation-received',
  'invitation-accepted': 'notification-invitation-accepted',
  'invitation-declined': 'notification-invitation-declined',
  'hand-raised': 'notification-hand-raised',
  'hand-objected': 'notification-hand-objected',
  'hand-late': 'notification-hand-late',
  'hand-refused': 'notification-hand-refused',
  'waves-ended': 'notification-waves-ended',
  'network-quiet': 'notification-network-quiet',
  'network-rules': 'notification-network-rules',
  'orientation-ends': 'notification-orientation-ends',
  'orientation-over': 'notification-orientation-over',
  'network-turned': 'notification-network-turned',
  'network-merging': 'notification-network-merging',
  'tie-asked': 'notification-tie-asked',
  'tie-news': 'notification-tie-news',
  'talk-proposed': 'notification-talk-proposed',
  'talk-declined': 'notification-talk-declined',
  'talk-asked': 'notification-talk-asked',
  'talk-ended': 'notification-talk-ended',
  'nomination-asked': 'notification-nomination-asked',
  'contact-asked': 'notification-contact-asked',
  'evaluation-asked': 'notification-evaluation-asked',
  'agreement-put': 'notification-agreement-put',
  'report-due': 'notification-report-due',
  'agreement-ended': 'notification-agreement-ended',
  'join-asked': 'notification-join-asked',
  'join-accepted': 'notification-join-accepted',
  'join-declined': 'notification-join-declined',
  'join-ended': 'notification-join-ended',
  'handover-offered': 'notification-handover-offered',
  'handover-answered': 'notification-handover-answered',
  'handover-taken': 'notification-handover-taken',
  'answer-accepted': 'notification-answer-accepted',
  'question-answered': 'notification-question-answered',
  named: 'notification-named',
  'concern-heard': 'notification-concern-heard',
  'task-given': 'notification-task-given',
  'task-due': 'notification-task-due',
  'task-returned': 'notification-task-returned',
  'speak-invited': 'notification-speak-invited',
  'emergency-asked': 'notification-emergency-asked',
  'emergency-opened': 'notification-emergency-opened',
  'emergency-answered': 'notification-emergency-answered',
  'hold-set': 'notification-hold-set',
  'hold-lengthened': 'notification-hold-lengthened',
  'hold-ended': 'notification-hold-ended',
  'hold-ends-soon': 'notification-hold-ends-soon',
  'report-received': 'notification-report-received',
  'report-waiting': 'notification-report-waiting',
  'post-waiting': 'notification-post-waiting',
  'post-returned': 'notification-post-returned',
  'post-moderated': 'notification-post-moderated',
  'report-decided': 'notification-report-decided',
  'appeal-waiting': 'notification-appeal-waiting',
  'appeal-answered': 'notification-appeal-answered',
  'part-ends': 'notification-part-ends',
  'proposal-late': 'notification-proposal-late',
  'issue-lingers': 'notification-issue-lingers',
}

export const WHY: Record<Reason, PlainKey> = {
  'you-are-named': 'reason-you-are-named',
  'you-take-part': 'reason-you-take-part',
  'you-took-part': 'reason-you-took-part',
  'your-organisation-joined': 'reason-your-organisation-joined',
  'you-wrote': 'reason-you-wrote',
  'you-convene': 'reason-you-convene',
  'you-are-asked': 'reason-you-are-asked',
  'you-invited': 'reason-you-invited',
  'you-review': 'reason-you-review',
  'you-facilitate': 'reason-you-facilitate',
  'you-raised': 'reason-you-raised',
  'you-ask': 'reason-you-ask',
  'you-can-be-found': 'reason-you-can-be-found',
  'you-hand-over': 'reason-you-hand-over',
  'you-asked': 'reason-you-asked',
  'you-posted': 'reason-you-posted',
  'you-reported': 'reason-you-reported',
  'you-moderate': 'reason-you-moderate',
  'you-own': 'reason-you-own',
  'you-follow-issue': 'reason-you-follow-issue',
  'you-follow-theme': 'reason-you-follow-theme',
  'you-follow-region': 'reason-you-follow-region',
  'you-follow-organisation': 'reason-you-follow-organisation',
}

type About = NonNullable<Notification['about']>

const OF: Record<About, Partial<Record<NotificationKind, PlainKey>>> = {
  post: {},
  title: { 'report-waiting': 'notification-report-waiting-title', 'post-moderated': 'notification-post-moderated-title' },
  issue: { 'report-waiting': 'notification-report-waiting-issue', 'post-moderated': 'notification-post-moderated-issue' },
}

const WHY_POSTED: Record<About, PlainKey> = { post: 'reason-you-posted', title: 'reason-you-posted-title', issue: 'reason-you-posted-issue' }

function why(kind: NotificationKind, reason: Reason, about: About): PlainKey {
  if (reason === 'you-posted') return WHY_POSTED[about]
  return reason === 'you-took-part' && kind === 'product-published' ? 'reason-you-took-part-product' : WHY[reason]
}

const LINGERS: Record<NonNullable<Notification['lingers']>, PlainKey> = {
  'end-passed': 'notification-lingers-end-passed',
  unconcluded: 'notification-lingers-unconcluded',
  silent: 'notification-lingers-silent',
  paused: 'notification-lingers-paused',
}

const LATE: Partial<Record<Reason, PlainKey>> = { 'you-wrote': 'notification-proposal-late-author', 'you-own': 'notification-proposal-late-owner' }

/** What happened, where the kind alone does not say it. */
function more({ kind, reason, accepted, lingers }: Pick<Notification, 'kind' | 'reason' | 'accepted' | 'lingers'>): PlainKey | undefined {
  if (kind === 'handover-answered' && typeof accepted === 'boolean') return accepted ? 'notification-handover-accepted' : 'notification-handover-declined'
  if (kind === 'proposal-late') return LATE[reason]
  if (kind === 'part-ends') return reason === 'you-facilitate' ? 'notification-part-ends-of' : undefined
  return lingers ? LINGERS[lingers] : undefined
}

/** What happened, and why the reader is told: of what is moderated in the words for a post, a title or an issue; of a handover which answer it was; of an issue why it lingers. */
export function saidOf(told: Pick<Notification, 'kind' | 'reason' | 'about' | 'accepted' | 'lingers'>): { what: PlainKey; why: PlainKey } {
  const { kind, reason, about } = told
  return { what: more(told) ?? OF[about ?? 'post'][kind] ?? WHAT[kind], why: why(kind, reason, about ?? 'post') }
}

export const STATE: Record<IssueState, PlainKey> = {
  draft: 'issue-state-draft',
  proposed: 'issue-state-proposed',
  declined: 'issue-state-declined',
  orientation: 'issue-state-orientation',
  open: 'issue-state-open',
  concluding: 'issue-state-concluding',
  closed: 'issue-state-closed',
  archived: 'issue-state-archived',
  paused: 'issue-state-paused',
  withdrawn: 'issue-state-withdrawn',
}

export const LEVELS = ['at-once', 'daily', 'weekly', 'off'] as const satisfies readonly Level[]

export const LEVEL: Record<Level, PlainKey> = {
  'at-once': 'level-at-once',
  daily: 'level-daily',
  weekly: 'level-weekly',
  off: 'level-off',
}

export const TOPICS = ['talk', 'progress', 'outcomes', 'new'] as const satisfies readonly Topic[]

/** What a topic is, and what falls under it. */
export const TOPIC: Record<Topic, { name: PlainKey; about: PlainKey }> = {
  talk: { name: 'topic-talk', about: 'topic-talk-about' },
  progress: { name: 'topic-progress', about: 'topic-progress-about' },
  outcomes: { name: 'topic-outcomes', about: 'topic-outcomes-about' },
  new: { name: 'topic-new', about: 'topic-new-about' },
}

export const WEEKDAYS = [1, 2, 3, 4, 5, 6, 7] as const
export const HOURS = Array.from({ length: 24 }, (_, hour) => hour)

const A_MONDAY = Date.UTC(2026, 0, 5)
export const weekdayName = (locale: string, weekday: number): string => new Intl.DateTimeFormat(locale, { weekday: 'long', timeZone: 'UTC' }).format(A_MONDAY + (weekday - 1) * 86_400_000)
