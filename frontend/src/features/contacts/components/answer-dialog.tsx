import { isProblem } from '@/api/problems'
import { useOwner } from '@/api/session'
import { useMutation } from '@/api/use-mutation'
import { useI18n } from '@/i18n'
import { useKept } from '@/lib/use-kept'
import { Button } from '@/ui/button'
import { Dialog } from '@/ui/dialog'
import { Choice, Select, TextArea } from '@/ui/field'
import { Refused } from '@/ui/refused'
import { toast } from '@/ui/toast'
import { answerContact, type Contact } from '../api'

const NOTHING = { text: '', shareAddress: false, issue: '' }

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
  const { form, write, arrived } = useKept(draft, NOTHING)
  const answer = useMutation({
    mutationFn: ({ text, shareAddress, issue }: typeof NOTHING) => answerContact(contact.id, { text, shareAddress, ...(issues.some(({ id }) => id === issue) ? { issue } : {}) }),
    onSuccess: (_, sent) => {
      arrived(sent, NOTHING)
      toast(t('contacts-answered'))
      onSent()
    },
  })
  const { error } = answer
  const said = (pointer: string) => (isProblem(error) ? error.errors.find((one) => one.pointer === pointer)?.detail : undefined)
  return (
    <Dialog
      title={t('contacts-answer-name', { name })}
      onClose={onClose}
      actions={
        <Button appearance="primary" busy={answer.isPending} onClick={() => answer.mutate(form)}>
          {t('contacts-send')}
        </Button>
      }
    >
      <Refused error={error} fields={['/text']} />
      <TextArea
        required
        label={t('contacts-answer-text')}
        hint={t('contacts-answer-hint', { name })}
        error={said('/text')}
        rows={4}
        value={form.text}
        onInput={(event) => write({ text: event.currentTarget.value })}
      />
      <Choice type="checkbox" label={t('contacts-share')} hint={t('contacts-share-hint', { name })} checked={form.shareAddress} onChange={(event) => write({ shareAddress: event.currentTarget.checked })} />
      {issues.length > 0 ? (
        <Select label={t('contacts-issue')} value={form.issue} onChange={(event) => write({ issue: event.currentTarget.value })}>
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
