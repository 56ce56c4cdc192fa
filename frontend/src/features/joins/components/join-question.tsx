import { useState } from 'react'
import { useI18n } from '@/i18n'
import { useKept } from '@/lib/use-kept'
import { Button } from '@/ui/button'
import { Dialog } from '@/ui/dialog'
import { TextArea } from '@/ui/field'
import { Alert } from '@/ui/alert'
import { useRefusal } from '@/ui/refused'

const NOTHING = { reason: '' }

interface Props {
  title: string
  text: string
  action: string
  /** Whether a reason can be given. */
  reason: boolean
  /** Names the text in this browser, where it waits until it is sent. */
  draft: string
  send: (reason: string) => Promise<unknown>
  onClose: () => void
  onDone: () => void
}

/** Asked once, with room for a reason. What was typed is there again after closing. */
export function JoinQuestion(props: Props) {
  const { t } = useI18n()
  const why = useRefusal()
  const { form, write, arrived } = useKept(props.draft, NOTHING)
  const [busy, setBusy] = useState(false)
  const [fault, setFault] = useState<string | null>(null)
  const send = async () => {
    setBusy(true)
    setFault(null)
    try {
      await props.send(form.reason)
      arrived(form, NOTHING)
      props.onDone()
    } catch (error) {
      setFault(why(error))
      setBusy(false)
    }
  }
  return (
    <Dialog
      title={props.title}
      onClose={props.onClose}
      actions={
        <Button appearance="primary" busy={busy} onClick={() => void send()}>
          {props.action}
        </Button>
      }
      text={<p>{props.text}</p>}
    >
      {props.reason ? <TextArea required label={t('join-reason')} {...(fault ? { error: fault } : {})} value={form.reason} rows={4} onInput={(event) => write({ reason: event.currentTarget.value })} /> : fault ? <Alert kind="error">{fault}</Alert> : null}
    </Dialog>
  )
}
