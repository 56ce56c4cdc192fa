import { type ReactNode, useState } from 'react'
import { Problem } from '@/api/problems'
import { useKey } from '@/api/use-key'
import { useI18n } from '@/i18n'
import { useKept } from '@/lib/use-kept'
import { Button } from '@/ui/button'
import { Dialog } from '@/ui/dialog'
import { TextArea, TextField } from '@/ui/field'
import { Refused } from '@/ui/refused'
import type { NominationForm } from '../nominations-api'

interface Props {
  title: string
  /** Somebody of the directory; else an address is asked for. */
  person?: { person: string; name: string }
  /** Names the text in this browser, where it waits until it is sent. */
  draft: string
  /** For what, where that is chosen here: for another it is another request. */
  about?: string
  /** Said or asked above the fields. */
  children?: ReactNode
  send: (form: NominationForm, key: string) => Promise<unknown>
  onClose: () => void
  onSent: () => void
}

const EMPTY = { email: '', motivation: '' }

/** Whom, and why. What was typed is there again after closing, and after a fault. */
export function NominateDialog(props: Props) {
  const { t } = useI18n()
  const { draft, person } = props
  const { form: kept, write, letGo } = useKept(draft, EMPTY)
  const keyOf = useKey()
  const [busy, setBusy] = useState(false)
  const [fault, setFault] = useState<unknown>(null)
  const send = async () => {
    setBusy(true)
    setFault(null)
    try {
      const form = { ...(person ? { person: person.person } : { email: kept.email }), motivation: kept.motivation }
      await props.send(form, keyOf({ ...form, about: props.about }))
      letGo(EMPTY)
      props.onSent()
    } catch (error) {
      setFault(error)
      setBusy(false)
    }
  }
  const said = (pointer: string) => (fault instanceof Problem ? fault.errors.find((error) => error.pointer === pointer)?.detail : undefined)
  return (
    <Dialog
      title={props.title}
      onClose={props.onClose}
      actions={
        <Button appearance="primary" busy={busy} onClick={() => void send()}>
          {t('nominate-send')}
        </Button>
      }
      text={<p>{t('nominate-how')}</p>}
    >
      <Refused error={fault} fields={person ? ['/motivation'] : ['/email', '/motivation']} />
      {props.children}
      {person ? null : (
        <TextField required type="email" autoComplete="off" label={t('nominate-email')} hint={t('nominate-email-hint')} error={said('/email')} value={kept.email} onInput={(event) => write({ email: event.currentTarget.value })} />
      )}
      <TextArea required label={t('nominate-why')} hint={t('nominate-why-hint')} error={said('/motivation')} rows={4} value={kept.motivation} onInput={(event) => write({ motivation: event.currentTarget.value })} />
    </Dialog>
  )
}
