import { useEffect, useState } from 'react'
import { Problem } from '@/api/problems'
import { useI18n } from '@/i18n'
import { dropDraft, keepDraft, readDraft } from '@/lib/drafts'
import { Button } from '@/ui/button'
import { Dialog } from '@/ui/dialog'
import { TextArea } from '@/ui/field'
import { Alert } from '@/ui/alert'

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
  const { draft } = props
  const [reason, setReason] = useState('')
  const [busy, setBusy] = useState(false)
  const [fault, setFault] = useState<string | null>(null)
  useEffect(() => {
    void readDraft(draft).then((kept) => setReason((now) => now || (kept?.text ?? '')))
  }, [draft])
  const write = (text: string) => {
    setReason(text)
    void keepDraft(draft, { text, savedAt: Date.now() })
  }
  const send = async () => {
    setBusy(true)
    setFault(null)
    try {
      await props.send(reason)
      await dropDraft(draft)
      props.onDone()
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
      text={<p>{props.text}</p>}
    >
      {props.reason ? <TextArea required label={t('join-reason')} {...(fault ? { error: fault } : {})} value={reason} rows={4} onInput={(event) => write(event.currentTarget.value)} /> : fault ? <Alert kind="error">{fault}</Alert> : null}
    </Dialog>
  )
}
