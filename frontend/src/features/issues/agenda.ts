import type { IssueItem } from '@/api/types'

export type Group = 'decide' | 'conclude' | 'report' | 'explore' | 'paused'

/** What a convener has to do, the most pressing first; an issue stands in one group only. */
const GROUPS = ['decide', 'conclude', 'report', 'explore', 'paused'] as const satisfies readonly Group[]

function groupOf(issue: IssueItem, now: Date): Group | null {
  switch (issue.state) {
    case 'proposed':
      return 'decide'
    case 'concluding':
      return 'report'
    case 'orientation':
      return 'explore'
    case 'paused':
      return 'paused'
    case 'open':
      return issue.plannedEnd && new Date(issue.plannedEnd) < now ? 'conclude' : null
    case 'draft':
    case 'declined':
    case 'closed':
    case 'archived':
    case 'withdrawn':
      return null
  }
}

/** Those that wait longest come first. */
export function agendaOf(issues: readonly IssueItem[], now: Date): [Group, IssueItem[]][] {
  const oldest = [...issues].sort((a, b) => a.stateAt.localeCompare(b.stateAt))
  return GROUPS.map((group): [Group, IssueItem[]] => [group, oldest.filter((issue) => groupOf(issue, now) === group)]).filter(([, found]) => found.length > 0)
}
