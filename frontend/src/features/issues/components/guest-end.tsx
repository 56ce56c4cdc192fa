import { useState } from 'react'
import type { Participant } from '@/api/types'
import { useMutation } from '@/api/use-mutation'
import { useI18n } from '@/i18n'
import { dayAfter, dayOf, longDay } from '@/lib/dates'
import { Button } from '@/ui/button'
import { Dialog } from '@/ui/dialog'
import { TextField } from '@/ui/field'
import { useRefusal } from '@/ui/refused'
import { toast } from '@/ui/toast'
import { changeGuestEnd } from '../api'

interface Props {
  tenant: string
  issue: string
  guest: Participant
  until: string
  onClose: () => void
  onChanged: () => void
}

/** Until when a guest takes part. */
export function GuestEnd({ tenant, issue, guest, until, onClose, onChanged }: Props) {
  const { t, locale } = useI18n()
  const why = useRefusal()
  const [day, setDay] = useState(() => dayOf(new Date(until)))
  const save = useMutation({
    mutationFn: () => changeGuestEnd(tenant, issue, guest.person, day),
    onSuccess: (changed) => {
      toast(t('participant-guest-saved', { name: guest.name, day: longDay(locale, changed.until ?? until) }))
      onChanged()
      onClose()
    },
  })
  const { error } = save
  return (
    <Dialog
      title={t('participant-guest-title', { name: guest.name })}
      onClose={onClose}
      actions={
        <Button appearance="primary" busy={save.isPending} onClick={() => save.mutate()}>
          {t('participant-guest-save')}
        </Button>
      }
      text={<p>{t('participant-guest-text')}</p>}
    >
      <TextField required short type="date" label={t('participant-guest-day')} min={dayAfter(new Date())} error={error ? why(error) : undefined} value={day} onInput={(event) => setDay(event.currentTarget.value)} />
    </Dialog>
  )
}
