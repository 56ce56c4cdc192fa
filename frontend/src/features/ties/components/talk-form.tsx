import { useState } from 'react'
import { isProblem } from '@/api/problems'
import { useKey } from '@/api/use-key'
import { useMutation } from '@/api/use-mutation'
import { useI18n } from '@/i18n'
import { useKept } from '@/lib/use-kept'
import { Button } from '@/ui/button'
import { Dialog } from '@/ui/dialog'
import { TextArea, TextField } from '@/ui/field'
import { Refused } from '@/ui/refused'
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
  const { form: fields, write, arrived } = useKept(draft, EMPTY)
  const [dayless, setDayless] = useState(false)
  const keyOf = useKey()
  const send = useMutation({
    mutationFn: (sent: TalkFields) => proposeTalk(tenant, network, tie, sent, keyOf(sent)),
    onSuccess: (_, sent) => {
      arrived(sent, EMPTY)
      onDone()
    },
  })
  const { error } = send
  const wrong = (pointer: string) => {
    const found = isProblem(error) ? error.errors.find((one) => one.pointer === pointer)?.detail : undefined
    return found ? { error: found } : {}
  }
  const propose = () => {
    setDayless(fields.until === '')
    if (fields.until !== '') send.mutate(fields)
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
      <Refused error={error} fields={['/subject', '/purpose', '/until']} />
      <TextField required label={t('talk-subject')} hint={t('talk-subject-hint')} {...wrong('/subject')} value={fields.subject} maxLength={160} onInput={(event) => write({ subject: event.currentTarget.value })} />
      <TextArea required label={t('talk-purpose')} hint={t('talk-purpose-hint')} {...wrong('/purpose')} rows={4} maxLength={600} value={fields.purpose} onInput={(event) => write({ purpose: event.currentTarget.value })} />
      <TextField required type="date" label={t('talk-until')} hint={t('talk-until-hint')} {...(dayless && fields.until === '' ? { error: t('field-empty') } : wrong('/until'))} value={fields.until} onInput={(event) => write({ until: event.currentTarget.value })} />
    </Dialog>
  )
}
