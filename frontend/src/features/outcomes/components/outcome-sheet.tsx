import { useQueryClient } from '@tanstack/react-query'
import { useI18n } from '@/i18n'
import { longDay } from '@/lib/dates'
import { Button } from '@/ui/button'
import { type Edition, type Outcome, outcomeKey } from '../api'
import { OutcomeText } from './outcome-text'
import { Review } from './review'

/** A published outcome: its words, and what became of them later. */
export default function OutcomeSheet(props: { tenant: string; issue: string; outcome: Outcome; edition: Edition }) {
  const { t, locale } = useI18n()
  const client = useQueryClient()
  const { outcome, edition } = props
  return (
    <section className="np-sheet np-stack np-outcome">
      <div className="np-stack np-stack--tight">
        {edition.title ? <p className="np-outcome__label">{t('outcome-title')}</p> : null}
        <h2 dir="auto" lang={edition.title ? edition.lang : undefined}>
          {edition.title || t('outcome-title')}
        </h2>
        {outcome.publishedAt ? (
          <p className="np-soft np-small">
            {t(outcome.publishedVersion > 1 ? 'outcome-published-again' : 'outcome-published', { day: longDay(locale, outcome.publishedAt), version: outcome.publishedVersion })}
          </p>
        ) : null}
      </div>
      <OutcomeText tenant={props.tenant} edition={edition} />
      <Review
        tenant={props.tenant}
        issue={props.issue}
        outcome={outcome}
        reviewAt={edition.reviewAt ?? null}
        now={new Date()}
        onReviewed={(reviewed) => {
          client.setQueryData(outcomeKey(props.tenant, props.issue), reviewed)
          // The overview said that it waited.
          void client.invalidateQueries({ queryKey: ['waiting'] })
        }}
      />
      <div className="np-no-print">
        <Button onClick={() => window.print()}>
          {t('action-print')}
        </Button>
      </div>
    </section>
  )
}
