import type { Issue, IssueState } from '@/api/types'
import { namesPeople } from '@/lib/regimes'

/** What somebody may do with an issue: go to a page about it, or move it to a state. */
export type Act = { page: ActPage } | Step
export type ActPage = 'invite' | 'asked' | 'outcome' | 'edit' | 'join'
export interface Step {
  to: IssueState
  reasonNeeded: boolean
}

const FORWARD: readonly IssueState[] = ['open', 'orientation', 'proposed', 'concluding']
/** Nobody is asked now; what was begun can still be looked at and ended. */
const ASKED: readonly IssueState[] = ['paused', 'concluding', 'closed']
const rank = (state: IssueState): number => (FORWARD.includes(state) ? FORWARD.indexOf(state) : FORWARD.length)

/** The steps that the server allows from here, the main one first. */
export const stepsOf = (issue: Issue): Step[] =>
  [...issue.nextStates].sort((a, b) => rank(a.state) - rank(b.state)).map(({ state, reasonNeeded }) => ({ to: state, reasonNeeded }))

/** It takes the issue further, instead of holding it up or ending it. */
export const isForward = (state: IssueState): boolean => FORWARD.includes(state)

/** It shows the issue to everybody it is meant for, who could not read it yet. */
export const isOpening = (from: IssueState, to: IssueState): boolean => to === 'open' && (from === 'draft' || from === 'proposed' || from === 'orientation')

const OUT: readonly IssueState[] = ['open', 'concluding', 'closed', 'archived', 'paused']

/** Anybody may read it, also who is not signed in. */
export const isPublic = ({ visibility, state }: Pick<Issue, 'visibility' | 'state'>): boolean => visibility === 'public' && OUT.includes(state)

/** The list of who takes part has everybody: where people are not named, only whoever facilitates gets it whole. */
export const listsEverybody = ({ regime, role }: Pick<Issue, 'regime' | 'role'>): boolean => role === 'facilitator' || namesPeople(regime)

/**
 * The next step stands in sight and the rest waits in a menu. Two exceptions: somebody waits for the answer to a
 * proposal, so yes and no are equally near; and an issue that is over has no next step.
 */
export function actsOf(issue: Issue, extra: readonly ActPage[] = []): { near: Act[]; more: Act[] } {
  const all = [...ordered(issue), ...extra.map((page): Act => ({ page }))]
  const isOver = issue.state === 'closed' || issue.state === 'archived'
  const near = issue.state === 'proposed' ? all.filter((act) => 'to' in act) : all.slice(0, isOver ? 0 : 1)
  const more = all.filter((act) => !near.includes(act))
  return more.length === 1 && !isOver ? { near: [...near, ...more], more: [] } : { near, more }
}

function ordered(issue: Issue): Act[] {
  const { can } = issue
  const invite: Act[] = can.invite ? [{ page: 'invite' }] : []
  const outcome: Act[] = can.writeOutcome ? [{ page: 'outcome' }] : []
  const edit: Act[] = can.change ? [{ page: 'edit' }] : []
  const asked: Act[] = can.manage && ASKED.includes(issue.state) ? [{ page: 'asked' }] : []
  const moves: Act[] = stepsOf(issue)
  if (issue.state === 'concluding') return [...outcome, ...edit, ...moves, ...asked]
  if (can.invite) return [...invite, ...outcome, ...edit, ...moves]
  return [...moves.slice(0, 1), ...outcome, ...edit, ...moves.slice(1), ...asked]
}
