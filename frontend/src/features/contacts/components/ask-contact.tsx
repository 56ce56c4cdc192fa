import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { isProblem } from '@/api/problems'
import { useOwner } from '@/api/session'
import { useKey } from '@/api/use-key'
import { useMutation } from '@/api/use-mutation'
import { useI18n } from '@/i18n'
import { dropDraft, keepDraft, readDraft } from '@/lib/drafts'
import { Alert } from '@/ui/alert'
import { Button } from '@/ui/button'
import { Dialog } from '@/ui/dialog'
import { Select, TextArea } from '@/ui/field'
import { toast } from '@/ui/toast'
import { askForContact, sentContactsQuery } from '../api'

interface Props {
  tenant: string
  person: { person: string; name: string }
  /** What it can be about. */
  issues: readonly { id: string; title: string }[]
}

/** With somebody of the directory: they decide whether to answer. */
export function AskContact(props: Props) {
  const { t } = useI18n()
  const [open, setOpen] = useState(false)
  return (
    <>
      <Button aria-label={t('contact-act-name', { name: props.person.name })} onClick={() => setOpen(true)}>
        {t('contact-act')}
      </Button>
      {open ? <Asking {...props} onClose={() => setOpen(false)} /> : null}
    </>
  )
}

function Asking({ tenant, person, issues, onClose }: Props & { onClose: () => void }) {
  const { t } = useI18n()
  const client = useQueryClient()
  const owner = useOwner()
  const draft = `${owner}/contact-${person.person}`
  const { name } = person
  const [issue, setIssue] = useState('')
  const [text, setText] = useState('')
  const keyOf = useKey()
  useEffect(() => {
    void readDraft(draft).then((kept) => setText((now) => now || (kept?.text ?? '')))
  }, [draft])
  const ask = useMutation({
    mutationFn: () => {
      const asked = { person: person.person, text, ...(issue ? { issue } : {}) }
      return askForContact(tenant, asked, keyOf(asked))
    },
    onSuccess: async () => {
      await dropDraft(draft)
      toast(t('contact-sent'))
      void client.invalidateQueries({ queryKey: sentContactsQuery(tenant).queryKey })
      onClose()
    },
  })
  const { error } = ask
  const said = (pointer: string) => (isProblem(error) ? error.errors.find((one) => one.pointer === pointer)?.detail : undefined)
  const wrong = said('/text')
  return (
    <Dialog
      title={t('contact-act-name', { name })}
      onClose={onClose}
      actions={
        <Button appearance="primary" busy={ask.isPending} onClick={() => ask.mutate()}>
          {t('contact-send')}
        </Button>
      }
      text={<p>{t('contact-how', { name })}</p>}
    >
      {error && !wrong ? <Alert kind="error">{isProblem(error) ? (said('/person') ?? error.detail) : t('offline-text')}</Alert> : null}
      {issues.length > 0 ? (
        <Select label={t('contact-issue')} value={issue} onChange={(event) => setIssue(event.currentTarget.value)}>
          <option value="">{t('contact-issue-none')}</option>
          {issues.map((one) => (
            <option key={one.id} value={one.id}>
              {one.title}
            </option>
          ))}
        </Select>
      ) : null}
      <TextArea
        required
        label={t('contact-text')}
        hint={t('contact-text-hint')}
        error={wrong}
        rows={4}
        value={text}
        onInput={(event) => {
          setText(event.currentTarget.value)
          void keepDraft(draft, { text: event.currentTarget.value, savedAt: Date.now() })
        }}
      />
    </Dialog>
  )
}
