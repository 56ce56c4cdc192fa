import { useEffect, useRef, useState } from 'react'
import { isProblem } from '@/api/problems'
import { useKey } from '@/api/use-key'
import { useMutation } from '@/api/use-mutation'
import { useI18n } from '@/i18n'
import { dropDraft, keepForm, readForm } from '@/lib/drafts'
import { Alert } from '@/ui/alert'
import { Button } from '@/ui/button'
import { Dialog } from '@/ui/dialog'
import { TextArea, TextField } from '@/ui/field'
import { EMPTY, proposeTalk, type TalkFields } from '../talks-api'

interface Props {
  tenant: string
  network: string
  tie: string
  /** What the other network is called. */
  other: string
  /** Names the form in this browser, where it waits until it is sent. */
  draft: string
  onClose: () => void
  onDone: () => void
}

/** What to talk about with another network, why, and until when. What was typed is there again after closing. */
export function TalkForm({ tenant, network, tie, other, draft, onClose, onDone }: Props) {
  const { t } = useI18n()
  const [fields, setFields] = useState(EMPTY)
  const [dayless, setDayless] = useState(false)
  const keyOf = useKey()
  const touched = useRef(false)
  useEffect(() => {
    void readForm(draft, EMPTY).then((kept) => {
      if (kept && !touched.current) setFields(kept)
    })
  }, [draft])
  const send = useMutation({
    mutationFn: () => proposeTalk(tenant, network, tie, fields, keyOf(fields)),
    onSuccess: async () => {
      await dropDraft(draft)
      onDone()
    },
  })
  const { error } = send
  const wrong = (pointer: string) => {
    const found = isProblem(error) ? error.errors.find((one) => one.pointer === pointer)?.detail : undefined
    return found ? { error: found } : {}
  }
  const rest = error && !(isProblem(error) && error.errors.length > 0) ? (isProblem(error) ? error.detail : t('offline-text')) : null
  const write = (changes: Partial<TalkFields>) => {
    touched.current = true
    const now = { ...fields, ...changes }
    setFields(now)
    void keepForm(draft, now)
  }
  const propose = () => {
    setDayless(fields.until === '')
    if (fields.until !== '') send.mutate()
  }
  return (
    <Dialog
      title={t('talk-propose')}
      onClose={onClose}
      actions={
        <Button appearance="primary" busy={send.isPending} onClick={propose}>
          {t('talk-send')}
        </Button>
      }
      text={<p>{t('talk-propose-text', { name: other })}</p>}
    >
      {rest ? <Alert kind="error">{rest}</Alert> : null}
      <TextField required label={t('talk-subject')} hint={t('talk-subject-hint')} {...wrong('/subject')} value={fields.subject} maxLength={160} onInput={(event) => write({ subject: event.currentTarget.value })} />
      <TextArea required label={t('talk-purpose')} hint={t('talk-purpose-hint')} {...wrong('/purpose')} rows={4} maxLength={600} value={fields.purpose} onInput={(event) => write({ purpose: event.currentTarget.value })} />
      <TextField required type="date" label={t('talk-until')} hint={t('talk-until-hint')} {...(dayless && fields.until === '' ? { error: t('field-empty') } : wrong('/until'))} value={fields.until} onInput={(event) => write({ until: event.currentTarget.value })} />
    </Dialog>
  )
}
