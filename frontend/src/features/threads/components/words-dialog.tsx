import { useEffect, useState } from 'react'
import { isProblem } from '@/api/problems'
import { useMutation } from '@/api/use-mutation'
import { useI18n } from '@/i18n'
import { dropDraft, keepDraft, readDraft } from '@/lib/drafts'
import { Alert } from '@/ui/alert'
import { Button } from '@/ui/button'
import { Dialog } from '@/ui/dialog'
import { TextArea } from '@/ui/field'

interface Props {
  title: string
  text: string
  label: string
  action: string
  /** Where what is typed is kept. */
  draft: string
  send: (words: string) => Promise<unknown>
  onClose: () => void
  onDone: () => void
}

/** Some words to somebody. What was typed is there again after closing. */
export default function WordsDialog({ title, text, label, action, draft, send, onClose, onDone }: Props) {
  const { t } = useI18n()
  const [words, setWords] = useState('')
  useEffect(() => {
    void readDraft(draft).then((kept) => setWords((now) => now || (kept?.text ?? '')))
  }, [draft])
  const act = useMutation({
    mutationFn: () => send(words),
    onSuccess: async () => {
      await dropDraft(draft)
      onDone()
    },
  })
  const { error } = act
  const wrong = isProblem(error) ? error.errors[0]?.detail : undefined
  const rest = error && !wrong ? (isProblem(error) ? error.detail : t('offline-text')) : null
  return (
    <Dialog
      title={title}
      onClose={onClose}
      actions={
        <Button appearance="primary" busy={act.isPending} onClick={() => act.mutate()}>
          {action}
        </Button>
      }
      text={<p>{text}</p>}
    >
      {rest ? <Alert kind="error">{rest}</Alert> : null}
      <TextArea
        required
        label={label}
        error={wrong}
        rows={4}
        maxLength={1000}
        value={words}
        onInput={(event) => {
          const typed = event.currentTarget.value
          setWords(typed)
          void keepDraft(draft, { text: typed, savedAt: Date.now() })
        }}
      />
    </Dialog>
  )
}
