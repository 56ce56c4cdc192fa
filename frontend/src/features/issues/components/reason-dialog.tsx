import type { IssueState } from '@/api/types'
import { type PlainKey, useI18n } from '@/i18n'
import { useKept } from '@/lib/use-kept'
import { Button } from '@/ui/button'
import { Dialog } from '@/ui/dialog'
import { TextArea } from '@/ui/field'
import { moveWord } from '../words'

interface Props {
  from: IssueState
  to: IssueState
  /** Under what name the reason is kept until the step is taken. */
  name: string
  busy: boolean
  fault: string | null
  onClose: () => void
  onGiven: (reason: string) => void
}

/** Who reads the reason differs by step. */
const HINT: Partial<Record<IssueState, PlainKey>> = { declined: 'issue-reason-hint-declined' }

export function ReasonDialog({ from, to, name, busy, fault, onClose, onGiven }: Props) {
  const { t } = useI18n()
  const { form, write } = useKept(name, { reason: '' })
  const { reason } = form
  const act = t(moveWord(from, to))
  return (
    <Dialog
      title={act}
      onClose={onClose}
      actions={
        <Button appearance="primary" busy={busy} onClick={() => onGiven(reason)}>
          {act}
        </Button>
      }
    >
      <TextArea required label={t('issue-reason')} hint={t(HINT[to] ?? 'issue-reason-hint')} {...(fault ? { error: fault } : {})} value={reason} rows={4} onInput={(event) => write({ reason: event.currentTarget.value })} />
    </Dialog>
  )
}
