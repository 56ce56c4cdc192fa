import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { isProblem } from '@/api/problems'
import { useOwner } from '@/api/session'
import { useKey } from '@/api/use-key'
import { useMutation } from '@/api/use-mutation'
import { useI18n } from '@/i18n'
import { useKept } from '@/lib/use-kept'
import { Button } from '@/ui/button'
import { Dialog } from '@/ui/dialog'
import { Select, TextArea } from '@/ui/field'
import { Refused } from '@/ui/refused'
import { toast } from '@/ui/toast'
import { askForContact, sentContactsQuery } from '../api'

const NOTHING = { text: '', issue: '' }

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
  const { form, write, arrived } = useKept(draft, NOTHING)
  const keyOf = useKey()
  const ask = useMutation({
    mutationFn: ({ text, issue }: typeof NOTHING) => {
      const asked = { person: person.person, text, ...(issues.some(({ id }) => id === issue) ? { issue } : {}) }
      return askForContact(tenant, asked, keyOf(asked))
    },
    onSuccess: (_, sent) => {
      arrived(sent, NOTHING)
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
        <Button appearance="primary" busy={ask.isPending} onClick={() => ask.mutate(form)}>
          {t('contact-send')}
        </Button>
      }
      text={<p>{t('contact-how', { name })}</p>}
    >
      <Refused error={error} fields={['/text']} />
      {issues.length > 0 ? (
        <Select label={t('contact-issue')} value={form.issue} onChange={(event) => write({ issue: event.currentTarget.value })}>
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
        value={form.text}
        onInput={(event) => write({ text: event.currentTarget.value })}
      />
    </Dialog>
  )
}
