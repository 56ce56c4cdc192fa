import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useOwner } from '@/api/session'
import { useI18n } from '@/i18n'
import { longDay } from '@/lib/dates'
import { StatusBadge } from '@/ui/badge'
import { Button } from '@/ui/button'
import { toast } from '@/ui/toast'
import { type CircleRequest, circleRequestsQuery, declineForCircle, nominateFromCircle } from '../nominations-api'
import { ASKED_NETWORK } from '../words'
import { NominateDialog } from './nominate-dialog'
import { TextDialog } from './text-dialog'

/** For who looks after a network: issues that ask whom they think of. */
export function CircleRequests({ tenant, network }: { tenant: string; network: string }) {
  const { t } = useI18n()
  const client = useQueryClient()
  const query = circleRequestsQuery(tenant, network)
  const { data: asked } = useQuery(query)
  if (!asked || asked.length === 0) return null
  return (
    <section className="np-stack np-stack--tight np-no-print" aria-labelledby="circle-requests">
      <h2 id="circle-requests">{t('circle-waiting-title')}</h2>
      <p>{t('circle-waiting-lead')}</p>
      <ul role="list" className="np-stack np-stack--tight">
        {asked.map((one) => (
          <Row key={one.id} tenant={tenant} network={network} asked={one} onChanged={() => void client.invalidateQueries({ queryKey: query.queryKey })} />
        ))}
      </ul>
    </section>
  )
}

function Row({ tenant, network, asked, onChanged }: { tenant: string; network: string; asked: CircleRequest; onChanged: () => void }) {
  const { t, locale } = useI18n()
  const [asks, setAsks] = useState<'nominate' | 'decline' | null>(null)
  const owner = useOwner()
  const title = asked.issueTitle
  const { key, tone } = ASKED_NETWORK[asked.state]
  const done = (word: 'nominate-sent' | 'circle-declined') => () => {
    setAsks(null)
    toast(t(word))
    onChanged()
  }
  return (
    <li className="np-sheet np-stack np-stack--tight">
      <div className="np-row np-row--between">
        <h3 dir="auto">{title}</h3>
        <StatusBadge tone={tone}>{t(key)}</StatusBadge>
      </div>
      <p dir="auto">{asked.coreQuestion}</p>
      <p className="np-soft np-small">
        {t('circle-asked-by', { name: asked.name, day: longDay(locale, asked.askedAt) })}
        {` · ${t('contacts-until', { day: longDay(locale, asked.until) })}`}
      </p>
      <blockquote className="np-prose np-prose--plain" dir="auto">
        {asked.text}
      </blockquote>
      {asked.sought.length > 0 ? <p>{t('circle-sought', { names: asked.sought.join(', ') })}</p> : null}
      <div className="np-row">
        {asked.can.nominate ? (
          <Button aria-label={t('circle-nominate-title', { title })} onClick={() => setAsks('nominate')}>
            {t('circle-nominate')}
          </Button>
        ) : null}
        {asked.can.decline ? (
          <Button aria-label={t('circle-decline-title', { title })} onClick={() => setAsks('decline')}>
            {t('circle-decline')}
          </Button>
        ) : null}
      </div>
      {asks === 'nominate' ? (
        <NominateDialog
          title={t('circle-nominate-title', { title })}
          draft={`${owner}/circle-${asked.id}`}
          send={(form, idempotencyKey) => nominateFromCircle(tenant, network, asked.id, form, idempotencyKey)}
          onClose={() => setAsks(null)}
          onSent={done('nominate-sent')}
        />
      ) : null}
      {asks === 'decline' ? (
        <TextDialog
          title={t('circle-decline-title', { title })}
          optional
          label={t('circle-decline-reason')}
          hint={t('circle-decline-hint')}
          action={t('circle-decline')}
          draft={`${owner}/circle-no-${asked.id}`}
          send={(text) => declineForCircle(tenant, network, asked.id, text)}
          onClose={() => setAsks(null)}
          onSent={done('circle-declined')}
        />
      ) : null}
    </li>
  )
}
