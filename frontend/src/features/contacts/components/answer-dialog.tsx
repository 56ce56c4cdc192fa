import { useEffect, useState } from 'react'
import { isProblem } from '@/api/problems'
import { useOwner } from '@/api/session'
import { useMutation } from '@/api/use-mutation'
import { useI18n } from '@/i18n'
import { dropDraft, keepDraft, readDraft } from '@/lib/drafts'
import { Alert } from '@/ui/alert'
import { Button } from '@/ui/button'
import { Dialog } from '@/ui/dialog'
import { Choice, Select, TextArea } from '@/ui/field'
import { toast } from '@/ui/toast'
import { answerContact, type Contact } from '../api'

interface Props {
  contact: Contact
  issues: readonly { id: string; title: string }[]
  onClose: () => void
  onSent: () => void
}

/** One answer, with no address unless its owner ticks so. */
export function AnswerDialog({ contact, issues, onClose, onSent }: Props) {
  const { t } = useI18n()
  const owner = useOwner()
  const draft = `${owner}/contact-answer-${contact.id}`
  const { name } = contact
  const [text, setText] = useState('')
  const [shareAddress, setShareAddress] = useState(false)
  const [issue, setIssue] = useState('')
  useEffect(() => {
    void readDraft(draft).then((kept) => setText((now) => now || (kept?.text ?? '')))
  }, [draft])
  const answer = useMutation({
    mutationFn: () => answerContact(contact.id, { text, shareAddress, ...(issue ? { issue } : {}) }),
    onSuccess: async () => {
      await dropDraft(draft)
      toast(t('contacts-answered'))
      onSent()
    },
  })
  const { error } = answer
  const said = (pointer: string) => (isProblem(error) ? error.errors.find((one) => one.pointer === pointer)?.detail : undefined)
  const whole = error && !said('/text') ? (isProblem(error) ? (said('/issue') ?? error.detail) : t('offline-text')) : null
  return (
    <Dialog
      title={t('contacts-answer-name', { name })}
      onClose={onClose}
      actions={
        <Button appearance="primary" busy={answer.isPending} onClick={() => answer.mutate()}>
          {t('contacts-send')}
        </Button>
      }
    >
      {whole ? <Alert kind="error">{whole}</Alert> : null}
      <TextArea
        required
        label={t('contacts-answer-text')}
        hint={t('contacts-answer-hint', { name })}
        error={said('/text')}
        rows={4}
        value={text}
        onInput={(event) => {
          setText(event.currentTarget.value)
          void keepDraft(draft, { text: event.currentTarget.value, savedAt: Date.now() })
        }}
      />
      <Choice type="checkbox" label={t('contacts-share')} hint={t('contacts-share-hint', { name })} checked={shareAddress} onChange={(event) => setShareAddress(event.currentTarget.checked)} />
      {issues.length > 0 ? (
        <Select label={t('contacts-issue')} value={issue} onChange={(event) => setIssue(event.currentTarget.value)}>
          <option value="">{t('contacts-issue-none')}</option>
          {issues.map((one) => (
            <option key={one.id} value={one.id}>
              {one.title}
            </option>
          ))}
        </Select>
      ) : null}
    </Dialog>
  )
}
