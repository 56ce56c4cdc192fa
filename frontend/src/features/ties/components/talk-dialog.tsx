import { isProblem } from '@/api/problems'
import { useMutation } from '@/api/use-mutation'
import { useI18n } from '@/i18n'
import { useKept } from '@/lib/use-kept'
import { Button } from '@/ui/button'
import { Dialog } from '@/ui/dialog'
import { TextArea } from '@/ui/field'
import { Refused } from '@/ui/refused'
import { doWithTalk, type TalkAct } from '../talks-api'
import { TALK_ACTS } from '../words'

const NOTHING = { reason: '' }

interface Props {
  tenant: string
  network: string
  talk: string
  act: TalkAct
  /** Names the text in this browser, where it waits until it is sent. */
  draft: string
  onClose: () => void
  onDone: () => void
}

/** An answer to a proposal, or taking it back. */
export function TalkDialog({ tenant, network, talk, act, draft, onClose, onDone }: Props) {
  const { t } = useI18n()
  const { form, write, arrived } = useKept(draft, NOTHING)
  const send = useMutation({
    mutationFn: ({ reason }: typeof NOTHING) => doWithTalk(tenant, network, talk, act, reason),
    onSuccess: (_, sent) => {
      arrived(sent, NOTHING)
      onDone()
    },
  })
  const { error } = send
  const wrong = isProblem(error) ? error.errors[0]?.detail : undefined
  return (
    <Dialog
      title={t(TALK_ACTS[act].action)}
      onClose={onClose}
      actions={
        <Button appearance="primary" busy={send.isPending} onClick={() => send.mutate(form)}>
          {t(TALK_ACTS[act].action)}
        </Button>
      }
      text={<p>{t(TALK_ACTS[act].text)}</p>}
    >
      {wrong ? null : <Refused error={error} />}
      {act === 'decline' ? (
        <TextArea
          required
          label={t('tie-reason')}
          error={wrong}
          rows={4}
          maxLength={1000}
          value={form.reason}
          onInput={(event) => write({ reason: event.currentTarget.value })}
        />
      ) : null}
    </Dialog>
  )
}
