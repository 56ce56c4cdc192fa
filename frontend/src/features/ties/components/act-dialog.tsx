import { useEffect, useState } from 'react'
import { isProblem } from '@/api/problems'
import { useMutation } from '@/api/use-mutation'
import { useI18n } from '@/i18n'
import { dropDraft, keepDraft, readDraft } from '@/lib/drafts'
import { Alert } from '@/ui/alert'
import { Button } from '@/ui/button'
import { Dialog } from '@/ui/dialog'
import { TextArea } from '@/ui/field'
import { doWith, hasWords, type Step } from '../api'
import { STEPS } from '../words'

interface Props {
  tenant: string
  network: string
  tie: string
  step: Step
  /** Names the text in this browser, where it waits until it is sent. */
  draft: string
  onClose: () => void
  onDone: () => void
}

/** What one of two networks decides, with words for the other. What was typed is there again after closing. */
export function ActDialog({ tenant, network, tie, step, draft, onClose, onDone }: Props) {
  const { t } = useI18n()
  const { act, action, text } = STEPS[step]
  const [reason, setReason] = useState('')
  useEffect(() => {
    void readDraft(draft).then((kept) => setReason((now) => now || (kept?.text ?? '')))
  }, [draft])
  const send = useMutation({
    mutationFn: () => doWith(tenant, network, tie, act, reason),
    onSuccess: async () => {
      await dropDraft(draft)
      onDone()
    },
  })
  const { error } = send
  const wrong = isProblem(error) ? error.errors[0]?.detail : undefined
  const rest = error && !wrong ? (isProblem(error) ? error.detail : t('offline-text')) : null
  const write = (typed: string) => {
    setReason(typed)
    void keepDraft(draft, { text: typed, savedAt: Date.now() })
  }
  return (
    <Dialog
      title={t(action)}
      onClose={onClose}
      actions={
        <Button appearance="primary" busy={send.isPending} onClick={() => send.mutate()}>
          {t(action)}
        </Button>
      }
      text={<p>{t(text)}</p>}
    >
      {rest ? <Alert kind="error">{rest}</Alert> : null}
      {hasWords(act) ? <TextArea label={t(act === 'accept' ? 'tie-words' : 'tie-reason')} optional={act === 'end'} required={act !== 'end'} error={wrong} rows={4} maxLength={1000} value={reason} onInput={(event) => write(event.currentTarget.value)} /> : null}
    </Dialog>
  )
}
