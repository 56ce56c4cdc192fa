import { useState } from 'react'
import { isProblem } from '@/api/problems'
import type { Hold } from '@/api/types'
import { useMutation } from '@/api/use-mutation'
import { useI18n } from '@/i18n'
import { dayAfter } from '@/lib/dates'
import { Button } from '@/ui/button'
import { TextField } from '@/ui/field'
import { Refused } from '@/ui/refused'
import { toast } from '@/ui/toast'
import { lengthenHold } from '../api'

interface Props {
  tenant: string
  hold: Hold
  /** Of its issue, among others on the page. */
  name: string
  onChanged: () => void
}

/** Lets it last longer. */
export function LengthenForm({ tenant, hold, name, onChanged }: Props) {
  const { t } = useI18n()
  const [day, setDay] = useState('')
  const [tried, setTried] = useState(false)
  const lengthen = useMutation({
    mutationFn: (until: string) => lengthenHold(tenant, hold, until),
    onSuccess: (_, sent) => {
      setDay((now) => (now === sent ? '' : now))
      setTried(false)
      toast(t('hold-lengthened'))
      onChanged()
    },
    // Somebody else was ahead: theirs is shown, and the day that was chosen stays.
    onError: (error) => {
      if (isProblem(error, 412)) onChanged()
    },
  })
  const { error } = lengthen
  const fault = isProblem(error) ? error.errors.find(({ pointer }) => pointer === '/until')?.detail : undefined
  return (
    <form
      className="np-stack np-stack--tight"
      noValidate
      aria-label={t('hold-lengthen-of', { name })}
      onSubmit={(event) => {
        event.preventDefault()
        setTried(true)
        if (day && !lengthen.isPending) lengthen.mutate(day)
      }}
    >
      <TextField required short type="date" label={t('hold-lengthen-day')} min={dayAfter(new Date(hold.until))} error={tried && !day ? t('hold-day-empty') : fault} value={day} onInput={(event) => setDay(event.currentTarget.value)} />
      {fault ? null : <Refused error={error} />}
      <div>
        <Button type="submit" appearance="secondary" busy={lengthen.isPending}>
          {t('hold-lengthen')}
        </Button>
      </div>
    </form>
  )
}
