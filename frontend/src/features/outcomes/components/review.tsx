import { useState } from 'react'
import { Problem } from '@/api/problems'
import { paths } from '@/app/paths'
import { useI18n } from '@/i18n'
import { dayAfter, longDay } from '@/lib/dates'
import { errorAt } from '@/lib/pointers'
import { Button } from '@/ui/button'
import { Dialog } from '@/ui/dialog'
import { Choice, Fieldset, TextField } from '@/ui/field'
import { Refused } from '@/ui/refused'
import { toast } from '@/ui/toast'
import { type Outcome, reviewOutcome } from '../api'

interface Props {
  tenant: string
  issue: string
  outcome: Outcome
  reviewAt: string | null
  now: Date
  onReviewed: (outcome: Outcome) => void
}

/** When somebody looks again, when somebody did; and for who promised it, the act itself. */
export function Review(props: Props) {
  const { t, locale } = useI18n()
  const [open, setOpen] = useState(false)
  const { outcome, reviewAt } = props
  const isDue = reviewAt !== null && new Date(reviewAt) <= props.now
  return (
    <div className={`np-outcome__review np-stack np-stack--tight${isDue ? ' np-outcome__review--due' : ''}`}>
      <h3>{t('outcome-review-title')}</h3>
      {reviewAt ? <p>{t(isDue ? 'outcome-review-was' : 'outcome-review', { day: longDay(locale, reviewAt) })}</p> : null}
      {outcome.reviewedAt ? <p className="np-soft">{t('outcome-reviewed', { day: longDay(locale, outcome.reviewedAt) })}</p> : null}
      {!reviewAt && outcome.reviewedAt ? <p>{t('outcome-review-last')}</p> : null}
      {outcome.can.review ? (
        <div className="np-row np-no-print">
          <Button appearance={isDue ? 'primary' : 'secondary'} onClick={() => setOpen(true)}>
            {t('outcome-review-act')}
          </Button>
          {isDue ? <a href={paths.outcome(props.tenant, props.issue)}>{t('outcome-review-change')}</a> : null}
        </div>
      ) : null}
      {open ? <ReviewDialog {...props} onClose={() => setOpen(false)} /> : null}
    </div>
  )
}

function ReviewDialog(props: Props & { onClose: () => void }) {
  const { t } = useI18n()
  const [again, setAgain] = useState(true)
  const [day, setDay] = useState('')
  const [busy, setBusy] = useState(false)
  const [fault, setFault] = useState<{ day?: string; rest?: unknown }>({})
  const note = async () => {
    setFault({})
    if (again && !day) {
      setFault({ day: t('outcome-review-day-missing') })
      return
    }
    setBusy(true)
    try {
      const reviewed = await reviewOutcome(props.tenant, props.issue, again ? `${day}T12:00:00Z` : null)
      toast(t('outcome-review-done'))
      props.onClose()
      props.onReviewed(reviewed)
    } catch (error) {
      const atDay = error instanceof Problem && again ? errorAt(error.errors, '/reviewAt') : undefined
      if (atDay) setFault({ day: atDay })
      else setFault({ rest: error })
      setBusy(false)
    }
  }
  return (
    <Dialog
      title={t('outcome-review-act')}
      onClose={props.onClose}
      actions={
        <Button appearance="primary" busy={busy} onClick={() => void note()}>
          {t('outcome-review-note')}
        </Button>
      }
      text={<p>{t('outcome-review-text')}</p>}
    >
      <Fieldset legend={t('outcome-review-next')}>
        <Choice type="radio" name="outcome-review-again" label={t('outcome-review-again')} checked={again} onChange={() => setAgain(true)} />
        <Choice type="radio" name="outcome-review-again" label={t('outcome-review-enough')} checked={!again} onChange={() => setAgain(false)} />
      </Fieldset>
      <Refused error={fault.rest} />
      {again ? (
        <TextField
          required
          short
          type="date"
          label={t('outcome-review-day')}
          error={fault.day}
          min={dayAfter(props.now)}
          value={day}
          onInput={(event) => setDay(event.currentTarget.value)}
        />
      ) : null}
    </Dialog>
  )
}
