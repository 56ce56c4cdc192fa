import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { Participant } from '@/api/types'
import { useI18n } from '@/i18n'
import { longDay } from '@/lib/dates'
import { Button } from '@/ui/button'
import { participantsQuery } from '../api'
import { ROLE } from '../words'
import { GuestEnd } from './guest-end'

interface Props {
  tenant: string
  issue: string
  /** Whether the reader says until when guests take part. */
  keepsGuests: boolean
}

export function Participants({ tenant, issue, keepsGuests }: Props) {
  const { t, locale } = useI18n()
  const client = useQueryClient()
  const [guest, setGuest] = useState<Participant | null>(null)
  const { data } = useQuery(participantsQuery(tenant, issue))
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
            {participant.until && keepsGuests ? (
              <Button appearance="subtle" aria-label={`${t('participant-guest-change')}: ${participant.name}`} onClick={() => setGuest(participant)}>
                {t('participant-guest-change')}
              </Button>
            ) : null}
          </li>
        ))}
      </ul>
      {guest?.until ? <GuestEnd tenant={tenant} issue={issue} guest={guest} until={guest.until} onClose={() => setGuest(null)} onChanged={() => void client.invalidateQueries({ queryKey: participantsQuery(tenant, issue).queryKey })} /> : null}
    </section>
  )
}
