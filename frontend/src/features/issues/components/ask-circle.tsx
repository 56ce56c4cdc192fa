import { useState } from 'react'
import type { Evaluations } from '@/api/types'
import { useMutation } from '@/api/use-mutation'
import { useI18n } from '@/i18n'
import { dayAfter, dayOf, longDay } from '@/lib/dates'
import { Button } from '@/ui/button'
import { TextField } from '@/ui/field'
import { useRefusal } from '@/ui/refused'
import { toast } from '@/ui/toast'
import { askCircle } from '../evaluation-api'

const DAY = 24 * 3_600_000
/** Long enough to sleep on it, and short enough not to forget it. */
const USUAL = 10 * DAY

interface Props {
  tenant: string
  issue: string
  told: Evaluations
  onAsked: (told: Evaluations) => void
}

/** Puts the three questions to everybody who takes part, or gives them another day. */
export function AskCircle({ tenant, issue, told, onAsked }: Props) {
  const { t, locale } = useI18n()
  const why = useRefusal()
  const [day, setDay] = useState(() => dayOf(told.until ? new Date(told.until) : new Date(Date.now() + USUAL)))
  const ask = useMutation({
    mutationFn: () => askCircle(tenant, issue, day),
    onSuccess: (now) => {
      toast(t('evaluation-asked'))
      onAsked(now)
    },
  })
  const { error } = ask
  return (
    <section className="np-sheet np-stack np-stack--tight" aria-labelledby="vragen">
      <h2 id="vragen">{t(told.until ? 'evaluation-ask-again' : 'evaluation-ask')}</h2>
      <p>{told.askedAt && told.until ? t('evaluation-asked-until', { asked: longDay(locale, told.askedAt), until: longDay(locale, told.until) }) : t('evaluation-ask-text')}</p>
      <TextField required short type="date" label={t('evaluation-until')} min={dayAfter(new Date())} error={error ? why(error) : undefined} value={day} onInput={(event) => setDay(event.currentTarget.value)} />
      <div>
        <Button appearance={told.until ? 'secondary' : 'primary'} busy={ask.isPending} onClick={() => ask.mutate()}>
          {t(told.until ? 'evaluation-ask-again-do' : 'evaluation-ask-do')}
        </Button>
      </div>
    </section>
  )
}
