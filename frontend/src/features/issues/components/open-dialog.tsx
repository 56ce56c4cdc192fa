import type { Issue } from '@/api/types'
import { useI18n } from '@/i18n'
import { useKept } from '@/lib/use-kept'
import { Alert } from '@/ui/alert'
import { Button } from '@/ui/button'
import { Dialog } from '@/ui/dialog'
import { TextArea } from '@/ui/field'
import { moveWord, READERS } from '../words'
import { RegimeRule } from './regime-rule'

interface Props {
  issue: Issue
  /** Under what name the reason is kept until the step is taken. */
  name: string
  busy: boolean
  fault: string | null
  onClose: () => void
  /** After an exploration with what was done with it, when somebody says so. */
  onOpen: (reason: string | null) => void
}

/** Opening publishes, and what was promised to readers then stays so: said before it happens. */
export function OpenDialog({ issue, name, busy, fault, onClose, onOpen }: Props) {
  const { t } = useI18n()
  const { form, write } = useKept(name, { reason: '' })
  const { reason } = form
  const isExplored = issue.state === 'orientation'
  return (
    <Dialog
      title={t('issue-open-title')}
      onClose={onClose}
      actions={
        <Button appearance="primary" busy={busy} onClick={() => onOpen(reason.trim() || null)}>
          {t(moveWord(issue.state, 'open'))}
        </Button>
      }
      text={
        <ul className="np-stack np-stack--tight">
          <li>{t(READERS[issue.visibility].once)}</li>
          <li>
            <RegimeRule regime={issue.regime} />
          </li>
          <li>{t('issue-open-fixed')}</li>
        </ul>
      }
    >
      {isExplored ? <TextArea optional label={t('evaluation-done-with')} hint={t('evaluation-done-with-hint')} value={reason} rows={3} onInput={(event) => write({ reason: event.currentTarget.value })} /> : null}
      {fault ? <Alert kind="error">{fault}</Alert> : null}
    </Dialog>
  )
}
