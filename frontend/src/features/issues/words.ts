import type { Capacity, Evaluation, GapWord, IssueRole, IssueState, Need, Visibility } from '@/api/types'
import type { PlainKey, Translate } from '@/i18n'
import type { Tone } from '@/ui/badge'
import type { Group } from './agenda'

export const STATE: Record<IssueState, { key: PlainKey; tone: Tone }> = {
  draft: { key: 'issue-state-draft', tone: 'neutral' },
  proposed: { key: 'issue-state-proposed', tone: 'warning' },
  declined: { key: 'issue-state-declined', tone: 'danger' },
  orientation: { key: 'issue-state-orientation', tone: 'warning' },
  open: { key: 'issue-state-open', tone: 'success' },
  concluding: { key: 'issue-state-concluding', tone: 'warning' },
  closed: { key: 'issue-state-closed', tone: 'neutral' },
  archived: { key: 'issue-state-archived', tone: 'neutral' },
  paused: { key: 'issue-state-paused', tone: 'warning' },
  withdrawn: { key: 'issue-state-withdrawn', tone: 'danger' },
}

/** What the button says that moves an issue to a state. */
const MOVE: Record<IssueState, PlainKey> = {
  draft: 'issue-state-draft',
  proposed: 'issue-move-propose',
  declined: 'issue-move-decline',
  orientation: 'issue-move-orientation',
  open: 'issue-move-open',
  concluding: 'issue-move-concluding',
  closed: 'issue-state-closed',
  archived: 'issue-move-archive',
  paused: 'issue-move-pause',
  withdrawn: 'issue-move-withdraw',
}

/** What the button says; a proposal is taken over or not. */
export const moveWord = (from: IssueState, to: IssueState): PlainKey => {
  if (from === 'proposed' && to === 'open') return 'issue-move-take-open'
  if (from === 'proposed' && to === 'orientation') return 'issue-move-take-orientation'
  if (from === 'proposed' && to === 'withdrawn') return 'issue-move-take-back'
  if (from === 'declined' && to === 'proposed') return 'issue-move-propose-again'
  if (from === 'orientation' && to === 'open') return 'issue-move-widen'
  if (from === 'closed' && to === 'open') return 'issue-move-reopen'
  if (from === 'paused' && to !== 'withdrawn') return 'issue-move-resume'
  return MOVE[to]
}

/** In whose name somebody speaks. */
export const spokenAs = (t: Translate, capacity: Capacity, organisation: string): string => {
  if (capacity === 'personal') return t('own-part-personal')
  return t(capacity === 'official' ? 'own-part-official' : 'own-part-on-behalf', { organisation })
}

/** What a group of the agenda is, and what is asked of a convener there. */
export const AGENDA = {
  decide: { title: 'agenda-decide', hint: 'agenda-decide-hint' },
  conclude: { title: 'agenda-conclude', hint: 'agenda-conclude-hint' },
  report: { title: 'agenda-report', hint: 'agenda-report-hint' },
  explore: { title: 'agenda-explore', hint: 'agenda-explore-hint' },
  paused: { title: 'agenda-paused', hint: 'agenda-paused-hint' },
} as const satisfies Record<Group, { title: PlainKey; hint: PlainKey }>

export const GAP = {
  wanted: { key: 'gap-wanted', sentence: 'gap-wanted-sentence', tone: 'warning' },
  almost: { key: 'gap-almost', sentence: 'gap-almost-sentence', tone: 'neutral' },
  filled: { key: 'gap-filled', sentence: 'gap-filled-sentence', tone: 'success' },
} as const satisfies Record<GapWord, { key: PlainKey; sentence: string; tone: Tone }>

/** What a first circle says of the question, and advises. */
export const QUESTION: Record<Evaluation['question'], PlainKey> = { right: 'evaluation-question-right', different: 'evaluation-question-different' }
export const ADVICE: Record<Evaluation['advice'], PlainKey> = { widen: 'evaluation-advice-widen', adjust: 'evaluation-advice-adjust', stop: 'evaluation-advice-stop' }

export const NEED: Record<Need, { key: PlainKey; choice: PlainKey }> = {
  needed: { key: 'gap-needed', choice: 'issue-perspective-needed' },
  welcome: { key: 'gap-welcome', choice: 'issue-perspective-welcome' },
}

export const VISIBILITY: Record<Visibility, { key: PlainKey; hint: PlainKey }> = {
  public: { key: 'visibility-public', hint: 'visibility-public-hint' },
  platform: { key: 'visibility-platform', hint: 'visibility-platform-hint' },
  tenant: { key: 'visibility-tenant', hint: 'visibility-tenant-hint' },
  invited: { key: 'visibility-invited', hint: 'visibility-invited-hint' },
}

/** Who can read an issue, and who will be able to once it opens. */
export const READERS: Record<Visibility, { now: PlainKey; once: PlainKey }> = {
  public: { now: 'issue-readers-public', once: 'issue-opens-public' },
  platform: { now: 'issue-readers-platform', once: 'issue-opens-platform' },
  tenant: { now: 'issue-readers-tenant', once: 'issue-opens-tenant' },
  invited: { now: 'issue-readers-invited', once: 'issue-opens-invited' },
}

/** Before it opens, and after it was withdrawn, fewer people read an issue than it is meant for. */
const HIDDEN: Partial<Record<IssueState, PlainKey>> = {
  draft: 'issue-hidden-draft',
  proposed: 'issue-hidden-proposed',
  declined: 'issue-hidden-declined',
  orientation: 'issue-hidden-orientation',
  withdrawn: 'issue-hidden-withdrawn',
}

/** Who reads an issue in the state in which it is. Of one behind an invitation only those who are in it do, also before it opens. */
export function readersOf({ state, visibility }: { state: IssueState; visibility: Visibility }): PlainKey[] {
  const { now, once } = READERS[visibility]
  const hidden = HIDDEN[state]
  if (!hidden || (visibility === 'invited' && (state === 'orientation' || state === 'withdrawn'))) return [now]
  return state === 'withdrawn' || state === 'declined' ? [hidden] : [hidden, once]
}

/** Nobody is looked for any more: it is over, or never began. */
export const seeksNobody = (state: IssueState): boolean => state === 'closed' || state === 'archived' || state === 'declined' || state === 'withdrawn'

export const ROLE: Record<IssueRole, PlainKey> = {
  facilitator: 'role-facilitator',
  participant: 'role-participant',
  official: 'role-official',
  observer: 'role-observer',
  translator: 'role-translator',
}
