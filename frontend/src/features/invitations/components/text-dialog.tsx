import { type ReactNode, useEffect, useState } from 'react'
import { Problem } from '@/api/problems'
import { useI18n } from '@/i18n'
import { dropDraft, keepDraft, readDraft } from '@/lib/drafts'
import { Button } from '@/ui/button'
import { Dialog } from '@/ui/dialog'
import { TextArea } from '@/ui/field'

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
  const { t } = useI18n()
  const { draft } = props
  const [text, setText] = useState('')
  const [busy, setBusy] = useState(false)
  const [fault, setFault] = useState<string | null>(null)
  useEffect(() => {
    void readDraft(draft).then((kept) => setText((now) => now || (kept?.text ?? '')))
  }, [draft])
  const write = (next: string) => {
    setText(next)
    void keepDraft(draft, { text: next, savedAt: Date.now() })
  }
  const send = async () => {
    setBusy(true)
    setFault(null)
    try {
      await props.send(text)
      await dropDraft(draft)
      props.onSent()
    } catch (error) {
      setFault(error instanceof Problem ? (error.errors[0]?.detail ?? error.detail) : t('offline-text'))
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
    >
      {props.children}
      <TextArea optional={props.optional} required={!props.optional} label={props.label} hint={props.hint} {...(fault ? { error: fault } : {})} value={text} rows={5} onInput={(event) => write(event.currentTarget.value)} />
    </Dialog>
  )
}
