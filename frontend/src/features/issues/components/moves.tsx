import { useState } from 'react'
import { Problem } from '@/api/problems'
import type { Issue, IssueState } from '@/api/types'
import { type PlainKey, useI18n } from '@/i18n'
import { Alert } from '@/ui/alert'
import { Button } from '@/ui/button'
import { Dialog } from '@/ui/dialog'
import { TextArea } from '@/ui/field'
import { toast } from '@/ui/toast'
import { moveIssue } from '../api'
import { moveWord, STATE } from '../words'

interface Props {
  tenant: string
  issue: Issue
  /** Saves what is being typed first; false when that failed. */
  before?: () => Promise<boolean>
  /** Another act is the next step of this page. */
  secondary?: boolean
  onMoved: (issue: Issue) => void
  onRefused?: (problem: Problem) => void
}

const FORWARD: readonly IssueState[] = ['open', 'orientation', 'proposed', 'concluding']

/** The steps that the server allows from here: the main one first, those that need a reason in a dialog. */
export function IssueMoves({ tenant, issue, before, secondary = false, onMoved, onRefused }: Props) {
  const { t } = useI18n()
  const [asking, setAsking] = useState<IssueState | null>(null)
  const [busy, setBusy] = useState(false)
  const [fault, setFault] = useState<string | null>(null)
  const steps = [...issue.nextStates].sort((a, b) => rank(a.state) - rank(b.state))

  const move = async (to: IssueState, reason: string | null) => {
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

  if (steps.length === 0) return null
  return (
    <div className="np-stack np-stack--tight">
      {fault && asking === null ? <Alert kind="error">{fault}</Alert> : null}
      <div className="np-moves">
        {steps.map((step, index) => (
          <Button
            key={step.state}
            appearance={!secondary && index === 0 && FORWARD.includes(step.state) ? 'primary' : 'secondary'}
            busy={busy}
            onClick={() => (step.reasonNeeded ? setAsking(step.state) : void move(step.state, null))}
          >
            {t(moveWord(issue.state, step.state))}
          </Button>
        ))}
      </div>
      {asking ? <ReasonDialog act={t(moveWord(issue.state, asking))} hint={t(REASON_HINT[asking] ?? 'issue-reason-hint')} busy={busy} fault={fault} onClose={() => setAsking(null)} onGiven={(reason) => void move(asking, reason)} /> : null}
    </div>
  )
}

const rank = (state: IssueState): number => (FORWARD.includes(state) ? FORWARD.indexOf(state) : FORWARD.length)

/** Who reads the reason differs by step. */
const REASON_HINT: Partial<Record<IssueState, PlainKey>> = { declined: 'issue-reason-hint-declined' }

function ReasonDialog(props: { act: string; hint: string; busy: boolean; fault: string | null; onClose: () => void; onGiven: (reason: string) => void }) {
  const { t } = useI18n()
  const [reason, setReason] = useState('')
  return (
    <Dialog
      title={props.act}
      onClose={props.onClose}
      actions={
        <Button appearance="primary" busy={props.busy} onClick={() => props.onGiven(reason)}>
          {props.act}
        </Button>
      }
    >
      <TextArea label={t('issue-reason')} hint={props.hint} {...(props.fault ? { error: props.fault } : {})} value={reason} rows={4} onInput={(event) => setReason(event.currentTarget.value)} />
    </Dialog>
  )
}
