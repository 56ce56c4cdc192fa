import { isProblem } from '@/api/problems'
import { useMutation } from '@/api/use-mutation'
import { useKept } from '@/lib/use-kept'
import { Button } from '@/ui/button'
import { Dialog } from '@/ui/dialog'
import { TextArea } from '@/ui/field'
import { Refused } from '@/ui/refused'

const NOTHING = { words: '' }

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
  const { form, write, arrived } = useKept(draft, NOTHING)
  const act = useMutation({
    mutationFn: ({ words }: typeof NOTHING) => send(words),
    onSuccess: (_, sent) => {
      arrived(sent, NOTHING)
      onDone()
    },
  })
  const { error } = act
  const wrong = isProblem(error) ? error.errors[0]?.detail : undefined
  return (
    <Dialog
      title={title}
      onClose={onClose}
      actions={
        <Button appearance="primary" busy={act.isPending} onClick={() => act.mutate(form)}>
          {action}
        </Button>
      }
      text={<p>{text}</p>}
    >
      {wrong ? null : <Refused error={error} />}
      <TextArea
        required
        label={label}
        error={wrong}
        rows={4}
        maxLength={1000}
        value={form.words}
        onInput={(event) => write({ words: event.currentTarget.value })}
      />
    </Dialog>
  )
}
