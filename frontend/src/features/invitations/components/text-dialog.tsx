import { type ReactNode, useState } from 'react'
import { useKept } from '@/lib/use-kept'
import { Button } from '@/ui/button'
import { Dialog } from '@/ui/dialog'
import { TextArea } from '@/ui/field'
import { useRefusal } from '@/ui/refused'

const NOTHING = { text: '' }

interface Props {
  title: string
  /** What is asked, as the label of the field. */
  label: string
  hint: string
  optional?: boolean
  /** What the button says. */
  action: string
  /** Names the text in this browser, where it waits until it is sent. */
  draft: string
  /** Said above the field. */
  children?: ReactNode
  send: (text: string) => Promise<unknown>
  onClose: () => void
  onSent: () => void
}

/** One question with a text as its answer. What was typed is there again after closing, and after a fault. */
export function TextDialog(props: Props) {
  const why = useRefusal()
  const { form, write, arrived } = useKept(props.draft, NOTHING)
  const [busy, setBusy] = useState(false)
  const [fault, setFault] = useState<string | null>(null)
  const send = async () => {
    setBusy(true)
    setFault(null)
    try {
      await props.send(form.text)
      arrived(form, NOTHING)
      props.onSent()
    } catch (error) {
      setFault(why(error))
      setBusy(false)
    }
  }
  return (
    <Dialog
      title={props.title}
      text={props.children}
      onClose={props.onClose}
      actions={
        <Button appearance="primary" busy={busy} onClick={() => void send()}>
          {props.action}
        </Button>
      }
    >
      <TextArea optional={props.optional} required={!props.optional} label={props.label} hint={props.hint} {...(fault ? { error: fault } : {})} value={form.text} rows={5} onInput={(event) => write({ text: event.currentTarget.value })} />
    </Dialog>
  )
}
