import { useState } from 'react'
import type { Join } from '@/api/types'
import { useOwner } from '@/api/session'
import { useI18n } from '@/i18n'
import { longDay } from '@/lib/dates'
import { Button } from '@/ui/button'
import { DataBadge } from '@/ui/badge'
import { Refused } from '@/ui/refused'
import { Said } from '@/ui/said'
import { toast } from '@/ui/toast'
import { acceptJoin, declineJoin, endJoin } from '../api'
import { JoinQuestion } from './join-question'
import { PlaceForm } from './place-form'

interface Props {
  tenant: string
  join: Join
  /** Where the issue is read. */
  href: string
  terms: { themes: Term[]; regions: Term[] }
  onChanged: () => void
}

interface Term {
  id: string
  name: string
}

type Asked = 'decline' | 'withdraw' | 'end' | 'place' | null

/** One issue between two organisations, as one of the two sees it. */
export function JoinCard({ tenant, join, href, terms, onChanged }: Props) {
  const { t } = useI18n()
  const owner = useOwner()
  const [asked, setAsked] = useState<Asked>(null)
  const [busy, setBusy] = useState(false)
  const [fault, setFault] = useState<unknown>(null)
  const other = (join.side === 'owner' ? join.joiner : join.owner).name
  const changed = (said: string) => {
    setAsked(null)
    toast(said)
    onChanged()
  }
  const accept = async () => {
    setBusy(true)
    setFault(null)
    try {
      await acceptJoin(tenant, join.id)
      changed(join.side === 'owner' ? t('join-accepted-owner', { name: other }) : t('join-accepted'))
    } catch (error) {
      setFault(error)
    } finally {
      setBusy(false)
    }
  }
  const draft = `${owner}/join-${join.id}`
  const questions = {
    decline: { title: t('join-decline-title'), text: t('join-decline-text'), action: t('join-decline'), done: t('join-declined'), send: (reason: string) => declineJoin(tenant, join.id, reason) },
    withdraw: { title: t('join-withdraw-title'), text: t('join-withdraw-text'), action: t('join-withdraw'), done: t('join-withdrawn'), send: () => endJoin(tenant, join.id, '') },
    end: { title: t('join-leave-title'), text: t(join.side === 'owner' ? 'join-end-text' : 'join-leave-text'), action: t('join-leave'), done: t('join-ended'), send: (reason: string) => endJoin(tenant, join.id, reason) },
  }
  const question = asked === null || asked === 'place' ? null : questions[asked]
  return (
    <li className="np-sheet np-stack np-stack--tight">
      <h3 dir="auto">{join.can.read ? <a href={href}>{join.title}</a> : join.title}</h3>
      <Standing join={join} other={other} />
      <p dir="auto">{join.coreQuestion}</p>
      {join.motivation && join.state !== 'ended' ? <Said title={t('join-why')} text={join.motivation} /> : null}
      {join.reason ? <Said title={t('join-reason')} text={join.reason} /> : null}
      {join.terms.length > 0 ? (
        <p className="np-row">
          {join.terms.map((term) => (
            <DataBadge key={term.id}>{term.name}</DataBadge>
          ))}
        </p>
      ) : null}
      <Refused error={fault} />
      {asked === 'place' ? <PlaceForm tenant={tenant} join={join} terms={terms} onPlaced={() => changed(t('join-terms-saved'))} /> : null}
      <div className="np-row">
        {join.can.answer ? (
          <>
            <Button appearance="primary" busy={busy} aria-label={`${t('join-accept')}: ${join.title}`} onClick={() => void accept()}>
              {t('join-accept')}
            </Button>
            <Button appearance="secondary" aria-label={`${t('join-decline')}: ${join.title}`} onClick={() => setAsked('decline')}>
              {t('join-decline')}
            </Button>
          </>
        ) : null}
        {join.can.place && asked !== 'place' ? (
          <Button appearance="secondary" aria-label={`${t('join-terms')}: ${join.title}`} onClick={() => setAsked('place')}>
            {t('join-terms')}
          </Button>
        ) : null}
        {join.can.withdraw ? (
          <Button appearance="subtle" danger aria-label={`${t('join-withdraw')}: ${join.title}`} onClick={() => setAsked('withdraw')}>
            {t('join-withdraw')}
          </Button>
        ) : null}
        {join.can.end ? (
          <Button appearance="subtle" danger aria-label={`${t('join-leave')}: ${join.title}`} onClick={() => setAsked('end')}>
            {t('join-leave')}
          </Button>
        ) : null}
      </div>
      {question ? <JoinQuestion {...question} reason={asked !== 'withdraw'} draft={`${draft}-${asked ?? ''}`} onClose={() => setAsked(null)} onDone={() => changed(question.done)} /> : null}
    </li>
  )
}

function Standing({ join, other }: { join: Join; other: string }) {
  const { t, locale } = useI18n()
  const day = longDay(locale, join.changedAt)
  const sentence = () => {
    if (join.state === 'joined') return `${t('join-with', { owner: join.owner.name, joiner: join.joiner.name })}. ${t('join-since', { day })}.`
    if (join.state === 'declined') return t('join-declined-by', { name: (join.askedBy === 'owner' ? join.joiner : join.owner).name, day })
    if (join.state === 'ended') return t('join-ended-by', { name: (join.endedBy === 'owner' ? join.owner : join.joiner).name, day })
    if (!join.can.answer) return t('join-waits', { name: other, day })
    return `${t(join.side === 'owner' ? 'join-asks-owner' : 'join-asks-joiner', { name: other })} ${t('join-asked-at', { day })}.`
  }
  return <p className="np-soft">{sentence()}</p>
}
