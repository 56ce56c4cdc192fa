import { isProblem } from '@/api/problems'
import { useMutation } from '@/api/use-mutation'
import { useI18n } from '@/i18n'
import { useKept } from '@/lib/use-kept'
import { Button } from '@/ui/button'
import { Dialog } from '@/ui/dialog'
import { TextArea } from '@/ui/field'
import { Refused } from '@/ui/refused'
import { doWith, hasWords, type Step } from '../api'
import { STEPS } from '../words'

const NOTHING = { reason: '' }

interface Props {
  tenant: string
  network: string
  tie: string
  step: Step
  /** Names the text in this browser, where it waits until it is sent. */
  draft: string
  onClose: () => void
  onDone: () => void
}

/** What one of two networks decides, with words for the other. What was typed is there again after closing. */
export function ActDialog({ tenant, network, tie, step, draft, onClose, onDone }: Props) {
  const { t } = useI18n()
  const { act, action, text } = STEPS[step]
  const { form, write, arrived } = useKept(draft, NOTHING)
  const send = useMutation({
    mutationFn: ({ reason }: typeof NOTHING) => doWith(tenant, network, tie, act, reason),
    onSuccess: (_, sent) => {
      arrived(sent, NOTHING)
      onDone()
    },
  })
  const { error } = send
  const wrong = isProblem(error) ? error.errors[0]?.detail : undefined
  return (
    <Dialog
      title={t(action)}
      onClose={onClose}
      actions={
        <Button appearance="primary" busy={send.isPending} onClick={() => send.mutate(form)}>
          {t(action)}
        </Button>
      }
      text={<p>{t(text)}</p>}
    >
      {wrong ? null : <Refused error={error} />}
      {hasWords(act) ? <TextArea label={t(act === 'accept' ? 'tie-words' : 'tie-reason')} optional={act === 'end'} required={act !== 'end'} error={wrong} rows={4} maxLength={1000} value={form.reason} onInput={(event) => write({ reason: event.currentTarget.value })} /> : null}
    </Dialog>
  )
}
