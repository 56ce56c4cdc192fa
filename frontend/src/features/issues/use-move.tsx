import { useQueryClient } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { Problem } from '@/api/problems'
import { useOwner } from '@/api/session'
import type { Issue, IssueState } from '@/api/types'
import { useI18n } from '@/i18n'
import { dropDraft } from '@/lib/drafts'
import { useRefusal } from '@/ui/refused'
import { toast } from '@/ui/toast'
import { isOpening, type Step } from './acts'
import { moveIssue, touchedBy } from './api'
import { OpenDialog } from './components/open-dialog'
import { ReasonDialog } from './components/reason-dialog'
import { STATE } from './words'

export interface MoveProps {
  tenant: string
  issue: Issue
  /** Saves what is being typed first; false when that failed. */
  before?: () => Promise<boolean>
  /** False when something is still missing, which is then said. */
  check?: () => boolean
  onMoved: (issue: Issue) => void
  onRefused?: (problem: Problem) => void
}

interface Move {
  take: (step: Step) => void
  busy: boolean
  /** Why it was refused, when no dialog says so. */
  fault: string | null
  /** Asks why, for a step that needs a reason; and asks whether it is meant, for one that publishes. */
  question: ReactNode
}

/** Moving an issue to another state. */
export function useMove({ tenant, issue, before, check, onMoved, onRefused }: MoveProps): Move {
  const { t } = useI18n()
  const why = useRefusal()
  const client = useQueryClient()
  const owner = useOwner()
  const nameOf = (to: IssueState) => `${owner}/move-${issue.id}-${to}`
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
      void dropDraft(nameOf(to))
      setAsking(null)
      onMoved(moved)
      // Whoever takes a proposal over takes part from then on: what they hear, see and may do has changed.
      void client.invalidateQueries({ predicate: touchedBy(issue.id) })
    } catch (error) {
      const problem = error instanceof Problem ? error : null
      // On the page of the issue the field is not in sight: what is missing is said in full.
      const missing = problem?.errors.find(({ code }) => code === 'issue.why-one-missing')
      setFault(missing?.detail ?? why(error))
      if (!onRefused || !problem || problem.errors.length === 0) return
      // The fields that it is about are behind the question.
      setAsking(null)
      onRefused(problem)
    } finally {
      setBusy(false)
    }
  }

  const ask = async (to: IssueState) => {
    setFault(null)
    if ((!before || (await before())) && check?.() !== false) setAsking(to)
  }

  return {
    take: ({ to, reasonNeeded }) => {
      if (isOpening(issue.state, to)) void ask(to)
      else if (reasonNeeded) setAsking(to)
      else void move(to, null)
    },
    busy,
    fault: asking === null ? fault : null,
    question: asking ? <Question issue={issue} to={asking} name={nameOf(asking)} busy={busy} fault={fault} onClose={() => setAsking(null)} onAnswer={(reason) => void move(asking, reason)} /> : null,
  }
}

interface QuestionProps {
  issue: Issue
  to: IssueState
  name: string
  busy: boolean
  fault: string | null
  onClose: () => void
  onAnswer: (reason: string | null) => void
}

function Question({ issue, to, onAnswer, ...asked }: QuestionProps) {
  if (isOpening(issue.state, to)) return <OpenDialog issue={issue} {...asked} onOpen={onAnswer} />
  return <ReasonDialog from={issue.state} to={to} {...asked} onGiven={onAnswer} />
}
