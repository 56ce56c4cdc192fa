import { type ReactNode, useState } from 'react'
import { Problem } from '@/api/problems'
import type { Issue, IssueState } from '@/api/types'
import { useI18n } from '@/i18n'
import { toast } from '@/ui/toast'
import type { Step } from './acts'
import { moveIssue } from './api'
import { ReasonDialog } from './components/reason-dialog'
import { STATE } from './words'

export interface MoveProps {
  tenant: string
  issue: Issue
  /** Saves what is being typed first; false when that failed. */
  before?: () => Promise<boolean>
  onMoved: (issue: Issue) => void
  onRefused?: (problem: Problem) => void
}

interface Move {
  take: (step: Step) => void
  busy: boolean
  /** Why it was refused, when no dialog says so. */
  fault: string | null
  /** Asks why, for a step that needs a reason. */
  question: ReactNode
}

/** Moving an issue to another state. */
export function useMove({ tenant, issue, before, onMoved, onRefused }: MoveProps): Move {
  const { t } = useI18n()
  const [asking, setAsking] = useState<IssueState | null>(null)
  const [busy, setBusy] = useState(false)
  const [fault, setFault] = useState<string | null>(null)

  const move = async (to: IssueState, reason: string | null) => {
    if (busy) return
    setBusy(true)
    setFault(null)
    try {
      if (before && !(await before())) return
      const moved = await moveIssue(tenant, issue.id, to, reason)
      toast(t('issue-moved', { state: t(STATE[moved.state].key) }))
      setAsking(null)
      onMoved(moved)
    } catch (error) {
      const problem = error instanceof Problem ? error : null
      setFault(problem?.detail ?? t('error-text'))
      if (problem && problem.errors.length > 0) onRefused?.(problem)
    } finally {
      setBusy(false)
    }
  }

  return {
    take: ({ to, reasonNeeded }) => (reasonNeeded ? setAsking(to) : void move(to, null)),
    busy,
    fault: asking === null ? fault : null,
    question: asking ? <ReasonDialog from={issue.state} to={asking} busy={busy} fault={fault} onClose={() => setAsking(null)} onGiven={(reason) => void move(asking, reason)} /> : null,
  }
}
