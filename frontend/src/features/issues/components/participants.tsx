import { useQuery } from '@tanstack/react-query'
import { useI18n } from '@/i18n'
import { longDay } from '@/lib/dates'
import { participantsQuery } from '../api'
import { ROLE } from '../words'

export function Participants(props: { tenant: string; issue: string }) {
  const { t, locale } = useI18n()
  const { data } = useQuery(participantsQuery(props.tenant, props.issue))
  if (!data || data.length === 0) return null
  return (
    <section className="np-sheet np-stack np-stack--tight">
      <h2>{t('participants-title')}</h2>
      <ul role="list" className="np-gap">
        {data.map((participant) => (
          <li key={participant.person}>
            <span>
              <bdi>{participant.name}</bdi>
              {participant.organisation ? <span className="np-soft"> · {participant.organisation}</span> : null}
            </span>
            <span className="np-soft np-small">
              {t(ROLE[participant.role])}
              {participant.until ? ` · ${t('participant-guest', { day: longDay(locale, participant.until) })}` : null}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}
