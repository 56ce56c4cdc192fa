import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import type { Participant } from '@/api/types'
import { useI18n } from '@/i18n'
import { longDay } from '@/lib/dates'
import { Button } from '@/ui/button'
import { More } from '@/ui/more'
import { participantsQuery, touchedBy } from '../api'
import { ROLE } from '../words'
import { EndPart } from './end-part'
import { GuestEnd } from './guest-end'

interface Props {
  tenant: string
  issue: string
  /** Whether the reader says until when guests take part, and whose part ends: whoever facilitates. */
  keepsGuests: boolean
  /** Whether the list has everybody who takes part. */
  isWhole: boolean
}

interface Asked {
  what: 'until' | 'end'
  who: Participant
}

export function Participants({ tenant, issue, keepsGuests, isWhole }: Props) {
  const { t } = useI18n()
  const client = useQueryClient()
  const [asked, setAsked] = useState<Asked | null>(null)
  const query = useInfiniteQuery(participantsQuery(tenant, issue))
  const people = query.data?.pages.flatMap((page) => page.items) ?? []
  const isShown = people.length > 0
  // It comes after the page, and a mail about the part of a guest leads to it.
  useEffect(() => {
    if (isShown && location.hash === '#deelnemers') document.getElementById('deelnemers')?.focus()
  }, [isShown])
  if (!isShown) return null
  const close = () => setAsked(null)
  return (
    <section className="np-sheet np-stack np-stack--tight">
      <h2 id="deelnemers" tabIndex={-1}>
        {t('participants-title')}
      </h2>
      <ul role="list" className="np-gap">
        {people.map((participant) => (
          <Row key={participant.person} participant={participant} keepsGuests={keepsGuests} onAsked={(what) => setAsked({ what, who: participant })} />
        ))}
      </ul>
      <More query={query} />
      {isWhole ? null : <p className="np-soft">{t('participants-others')}</p>}
      {asked?.what === 'until' && asked.who.until ? (
        <GuestEnd tenant={tenant} issue={issue} guest={asked.who} until={asked.who.until} onClose={close} onChanged={() => void client.invalidateQueries({ queryKey: participantsQuery(tenant, issue).queryKey })} />
      ) : null}
      {asked?.what === 'end' ? <EndPart tenant={tenant} issue={issue} participant={asked.who} onClose={close} onChanged={() => void client.invalidateQueries({ predicate: touchedBy(issue) })} /> : null}
    </section>
  )
}

function Row({ participant, keepsGuests, onAsked }: { participant: Participant; keepsGuests: boolean; onAsked: (what: Asked['what']) => void }) {
  const { t, locale } = useI18n()
  const { name, organisation, role, until } = participant
  return (
    <li>
      <span>
        <bdi>{name}</bdi>
        {organisation ? <span className="np-soft"> · {organisation}</span> : null}
      </span>
      <span className="np-soft np-small">
        {t(ROLE[role])}
        {until ? ` · ${t('participant-guest', { day: longDay(locale, until) })}` : null}
      </span>
      {until && keepsGuests ? (
        <Button appearance="subtle" aria-label={`${t('participant-guest-change')}: ${name}`} onClick={() => onAsked('until')}>
          {t('participant-guest-change')}
        </Button>
      ) : null}
      {/* Who reads this facilitates: their own part ends elsewhere, and that of whoever facilitates with them is not theirs to end. */}
      {keepsGuests && role !== 'facilitator' ? (
        <Button appearance="subtle" danger aria-label={`${t('participant-end')}: ${name}`} onClick={() => onAsked('end')}>
          {t('participant-end')}
        </Button>
      ) : null}
    </li>
  )
}
