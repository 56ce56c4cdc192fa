import { useEffect, useState } from 'react'
import { isProblem } from '@/api/problems'
import { useMutation } from '@/api/use-mutation'
import { useI18n } from '@/i18n'
import { dropDraft, keepDraft, readDraft } from '@/lib/drafts'
import { Alert } from '@/ui/alert'
import { Button } from '@/ui/button'
import { Dialog } from '@/ui/dialog'
import { TextArea } from '@/ui/field'
import { doWithTalk, type TalkAct } from '../talks-api'
import { TALK_ACTS } from '../words'

interface Props {
  tenant: string
  network: string
  talk: string
  act: TalkAct
  /** Names the text in this browser, where it waits until it is sent. */
  draft: string
  onClose: () => void
  onDone: () => void
}

/** An answer to a proposal, or taking it back. */
export function TalkDialog({ tenant, network, talk, act, draft, onClose, onDone }: Props) {
  const { t } = useI18n()
  const [reason, setReason] = useState('')
  useEffect(() => {
    void readDraft(draft).then((kept) => setReason((now) => now || (kept?.text ?? '')))
  }, [draft])
  const send = useMutation({
    mutationFn: () => doWithTalk(tenant, network, talk, act, reason),
    onSuccess: async () => {
      await dropDraft(draft)
      onDone()
    },
  })
  const { error } = send
  const wrong = isProblem(error) ? error.errors[0]?.detail : undefined
  const rest = error && !wrong ? (isProblem(error) ? error.detail : t('offline-text')) : null
  return (
    <Dialog
      title={t(TALK_ACTS[act].action)}
      onClose={onClose}
      actions={
        <Button appearance="primary" busy={send.isPending} onClick={() => send.mutate()}>
          {t(TALK_ACTS[act].action)}
        </Button>
      }
      text={<p>{t(TALK_ACTS[act].text)}</p>}
    >
      {rest ? <Alert kind="error">{rest}</Alert> : null}
      {act === 'decline' ? (
        <TextArea
          required
          label={t('tie-reason')}
          error={wrong}
          rows={4}
          maxLength={1000}
          value={reason}
          onInput={(event) => {
            const text = event.currentTarget.value
            setReason(text)
            void keepDraft(draft, { text, savedAt: Date.now() })
          }}
        />
      ) : null}
    </Dialog>
  )
}
