import { useI18n } from '@/i18n'
import { Alert } from '@/ui/alert'
import { Button } from '@/ui/button'
import { isForward, stepsOf } from '../acts'
import { type MoveProps, useMove } from '../use-move'
import { moveWord } from '../words'

/** The steps that the server allows from here, each a button. */
export function IssueMoves(props: MoveProps) {
  const { t } = useI18n()
  const { take, busy, fault, question } = useMove(props)
  const { issue } = props
  const steps = stepsOf(issue)
  if (steps.length === 0) return null
  return (
    <div className="np-stack np-stack--tight">
      {fault ? <Alert kind="error">{fault}</Alert> : null}
      <div className="np-row">
        {steps.map((step, index) => (
          <Button key={step.to} appearance={index === 0 && isForward(step.to) ? 'primary' : 'secondary'} busy={busy} onClick={() => take(step)}>
            {t(moveWord(issue.state, step.to))}
          </Button>
        ))}
      </div>
      {question}
    </div>
  )
}
