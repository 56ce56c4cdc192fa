import { isProblem } from '@/api/problems'
import { useOwner } from '@/api/session'
import type { Participant } from '@/api/types'
import { useMutation } from '@/api/use-mutation'
import { useI18n } from '@/i18n'
import { useKept } from '@/lib/use-kept'
import { Button } from '@/ui/button'
import { Dialog } from '@/ui/dialog'
import { TextArea } from '@/ui/field'
import { Refused } from '@/ui/refused'
import { toast } from '@/ui/toast'
import { endPart } from '../api'

interface Props {
  tenant: string
  issue: string
  participant: Participant
  onClose: () => void
  /** The list is no longer as it was. */
  onChanged: () => void
}

const NOTHING = { reason: '' }

/** Ends that somebody else takes part, with a reason that they read. */
export function EndPart({ tenant, issue, participant: { person, name }, onClose, onChanged }: Props) {
  const { t } = useI18n()
  const { form, write, letGo } = useKept(`${useOwner()}/end-part-${issue}-${person}`, NOTHING)
  const end = useMutation({
    mutationFn: () => endPart(tenant, issue, person, form.reason),
    onSuccess: () => {
      letGo(NOTHING)
      toast(t('participant-ended', { name }))
      onClose()
      onChanged()
    },
    // They no longer took part: another one was first.
    onError: (error) => (isProblem(error, 404) ? onChanged() : undefined),
  })
  const { error } = end
  const wrong = isProblem(error) ? error.errors.find(({ pointer }) => pointer === '/reason')?.detail : undefined
  return (
    <Dialog
      title={t('participant-end-title', { name })}
      onClose={onClose}
      actions={
        <Button appearance="primary" danger busy={end.isPending} onClick={() => end.mutate()}>
          {t('participant-end')}
        </Button>
      }
      text={<p>{t('participant-end-text', { name })}</p>}
    >
      {wrong ? null : <Refused error={error} />}
      <TextArea required label={t('participant-end-reason')} hint={t('participant-end-hint')} error={wrong} rows={4} maxLength={500} value={form.reason} onInput={(event) => write({ reason: event.currentTarget.value })} />
    </Dialog>
  )
}
