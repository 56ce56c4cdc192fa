import { useState } from 'react'
import { Problem } from '@/api/problems'
import { useOwner } from '@/api/session'
import { useKey } from '@/api/use-key'
import { useMutation } from '@/api/use-mutation'
import { paths } from '@/app/paths'
import { useI18n } from '@/i18n'
import { dayAfter, longDay } from '@/lib/dates'
import { errorAt } from '@/lib/pointers'
import { useKept } from '@/lib/use-kept'
import { Button } from '@/ui/button'
import { Dialog } from '@/ui/dialog'
import { Choice, Fieldset, TextArea, TextField } from '@/ui/field'
import { ServerHtml } from '@/ui/html'
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
      {outcome.reviewedAt && outcome.reviews.length === 0 ? <p className="np-soft">{t('outcome-reviewed-then', { day: longDay(locale, outcome.reviewedAt) })}</p> : null}
      {outcome.reviews.map(({ html, reviewedAt }) => (
        <div key={reviewedAt} className="np-stack np-stack--tight">
          <p className="np-soft">{t('outcome-reviewed', { day: longDay(locale, reviewedAt) })}</p>
          <ServerHtml html={html} />
        </div>
      ))}
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

interface Found {
  text: string
  again: boolean
  day: string
}

const NOTHING: Found = { text: '', again: true, day: '' }
const FIELDS = ['/text', '/reviewAt']

function ReviewDialog(props: Props & { onClose: () => void }) {
  const { t } = useI18n()
  const { form, write, arrived } = useKept(`${useOwner()}/outcome-review-${props.issue}`, NOTHING)
  const [tried, setTried] = useState(false)
  const keyOf = useKey()
  const note = useMutation({
    mutationFn: (sent: Found) => reviewOutcome(props.tenant, props.issue, { text: sent.text, reviewAt: sent.again ? `${sent.day}T12:00:00Z` : null }, keyOf(sent)),
    onSuccess: (reviewed, sent) => {
      arrived(sent, NOTHING)
      toast(t('outcome-review-done'))
      props.onClose()
      props.onReviewed(reviewed)
    },
  })
  const missing = { text: form.text.trim() === '', day: form.again && form.day === '' }
  const send = () => {
    setTried(true)
    if (!missing.text && !missing.day) note.mutate(form)
  }
  const faults = note.error instanceof Problem ? note.error.errors : []
  const at = (pointer: string, isMissing: boolean, words: string) => errorAt(faults, pointer) ?? (tried && isMissing ? words : undefined)
  return (
    <Dialog
      title={t('outcome-review-act')}
      onClose={props.onClose}
      actions={
        <Button appearance="primary" busy={note.isPending} onClick={send}>
          {t('outcome-review-note')}
        </Button>
      }
      text={<p>{t('outcome-review-text')}</p>}
    >
      <TextArea
        required
        rows={5}
        maxLength={2000}
        label={t('outcome-review-found')}
        hint={t('outcome-review-found-hint')}
        error={at('/text', missing.text, t('outcome-review-found-missing'))}
        value={form.text}
        onInput={(event) => write({ text: event.currentTarget.value })}
      />
      <Fieldset legend={t('outcome-review-next')}>
        <Choice type="radio" name="outcome-review-again" label={t('outcome-review-again')} checked={form.again} onChange={() => write({ again: true })} />
        <Choice type="radio" name="outcome-review-again" label={t('outcome-review-enough')} checked={!form.again} onChange={() => write({ again: false })} />
      </Fieldset>
      {form.again ? (
        <TextField
          required
          short
          type="date"
          label={t('outcome-review-day')}
          error={at('/reviewAt', missing.day, t('outcome-review-day-missing'))}
          min={dayAfter(props.now)}
          value={form.day}
          onInput={(event) => write({ day: event.currentTarget.value })}
        />
      ) : null}
      <Refused error={note.error} fields={form.again ? FIELDS : ['/text']} />
    </Dialog>
  )
}
