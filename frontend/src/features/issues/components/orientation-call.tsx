import { useQuery } from '@tanstack/react-query'
import type { Evaluations } from '@/api/types'
import { paths } from '@/app/paths'
import { type PlainKey, useI18n } from '@/i18n'
import { longDay } from '@/lib/dates'
import { ButtonLink } from '@/ui/button'
import { evaluationsQuery } from '../evaluation-api'

/** On the page of an issue that is being explored: what is asked of whoever is in its first circle. */
export default function OrientationCall({ tenant, issue }: { tenant: string; issue: string }) {
  const { t, locale } = useI18n()
  const { data: told } = useQuery(evaluationsQuery(tenant, issue))
  if (!told) return null
  const { text, action, waits } = callOf(told)
  return (
    <section className="np-sheet np-stack np-stack--tight np-no-print" aria-labelledby="verkenning">
      <h2 id="verkenning">{t('evaluation-title')}</h2>
      <p>{t(text)}</p>
      {waits && told.until ? <p className="np-soft">{t('evaluation-answer-until', { day: longDay(locale, told.until) })}</p> : null}
      <div>
        <ButtonLink appearance={waits ? 'primary' : 'secondary'} href={paths.orientation(tenant, issue)}>
          {t(action)}
        </ButtonLink>
      </div>
    </section>
  )
}

function callOf(told: Evaluations): { text: PlainKey; action: PlainKey; waits: boolean } {
  if (told.mayAsk) return told.askedAt ? { text: 'evaluation-call-asked', action: 'evaluation-read', waits: false } : { text: 'evaluation-call-ask', action: 'evaluation-ask', waits: false }
  if (!told.mayAnswer) return { text: told.askedAt ? 'evaluation-over' : 'evaluation-call-wait', action: 'evaluation-look', waits: false }
  return told.own ? { text: 'evaluation-call-given', action: 'evaluation-change', waits: false } : { text: 'evaluation-call-answer', action: 'evaluation-give', waits: true }
}
