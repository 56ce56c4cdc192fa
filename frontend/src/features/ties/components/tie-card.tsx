import { useState } from 'react'
import type { Tie } from '@/api/types'
import { useI18n } from '@/i18n'
import { longDay } from '@/lib/dates'
import { Button } from '@/ui/button'
import { Said } from '@/ui/said'
import { toast } from '@/ui/toast'
import type { Step } from '../api'
import { KINDS, STEPS } from '../words'
import { ActDialog } from './act-dialog'
import { TalkForm } from './talk-form'

interface Props {
  tenant: string
  network: string
  tie: Tie
  /** Where the other network is read. */
  href: string | null
  /** Whose browser this is. */
  owner: string
  onChanged: () => void
}

/** What is between the network and one other. */
export function TieCard({ tenant, network, tie, href, owner, onChanged }: Props) {
  const { t } = useI18n()
  const [asked, setAsked] = useState<Step | null>(null)
  const [proposes, setProposes] = useState(false)
  const { can, other, merge } = tie
  // Before the other said yes nobody was asked anything.
  const off = merge?.until ? 'cancel' : can.takeIn ? 'refuse' : 'retract'
  const name = other?.name ?? t('tie-unnamed')
  const step = (step: Step, appearance: 'primary' | 'secondary' | 'subtle') => (
    <Button appearance={appearance} aria-label={`${t(STEPS[step].action)}: ${name}`} onClick={() => setAsked(step)}>
      {t(STEPS[step].action)}
    </Button>
  )
  return (
    <li className="np-sheet np-stack np-stack--tight">
      <h3 dir="auto">{href ? <a href={href}>{name}</a> : name}</h3>
      {other ? (
        <p className="np-soft np-small">
          {t(KINDS[other.kind])}, {other.tenantName}
        </p>
      ) : null}
      <Standing tie={tie} />
      {other ? <p dir="auto">{other.purpose}</p> : null}
      {tie.motivation && tie.state !== 'ended' ? <Said title={t(tie.side === 'asker' ? 'tie-why-ours' : 'tie-why')} text={tie.motivation} /> : null}
      {tie.reason ? <Said title={t(tie.state === 'tied' ? 'tie-words' : 'tie-reason')} text={tie.reason} /> : null}
      <Merging tie={tie} name={name} />
      <div className="np-row np-no-print">
        {can.answer ? step('accept', 'primary') : null}
        {can.answer ? step('decline', 'secondary') : null}
        {can.takeIn ? step('admit', 'primary') : null}
        {can.callOff ? step(off, 'secondary') : null}
        {can.talk ? (
          <Button appearance="secondary" aria-label={`${t('talk-propose')}: ${name}`} onClick={() => setProposes(true)}>
            {t('talk-propose')}
          </Button>
        ) : null}
        {can.merge ? step('merge', 'secondary') : null}
        {can.withdraw ? step('withdraw', 'subtle') : null}
        {can.end ? step('end', 'subtle') : null}
      </div>
      {proposes ? (
        <TalkForm
          tenant={tenant}
          network={network}
          tie={tie.id}
          other={name}
          draft={`${owner}/talk-of-${tie.id}`}
          onClose={() => setProposes(false)}
          onDone={() => {
            setProposes(false)
            toast(t('talk-sent'))
            onChanged()
          }}
        />
      ) : null}
      {asked ? (
        <ActDialog
          tenant={tenant}
          network={network}
          tie={tie.id}
          step={asked}
          draft={`${owner}/tie-${tie.id}-${asked}`}
          onClose={() => setAsked(null)}
          onDone={() => {
            setAsked(null)
            toast(t(STEPS[asked].done))
            onChanged()
          }}
        />
      ) : null}
    </li>
  )
}

function Standing({ tie }: { tie: Tie }) {
  const { t, locale } = useI18n()
  const day = longDay(locale, tie.changedAt)
  const sentence = () => {
    if (tie.state === 'tied') return t('tie-since', { day: longDay(locale, tie.changedAt) })
    if (tie.state === 'declined') return t(tie.side === 'asker' ? 'tie-declined-them' : 'tie-declined-us', { day })
    if (tie.state === 'ended') return t(tie.endedBy === tie.side ? 'tie-ended-us' : 'tie-ended-them', { day })
    return t(tie.side === 'asker' ? 'tie-waits' : 'tie-asks', { day })
  }
  return <p className="np-soft">{sentence()}</p>
}

/** One of the two goes up into the other, or would. */
function Merging({ tie, name }: { tie: Tie; name: string }) {
  const { t, locale } = useI18n()
  const { merge } = tie
  if (!merge) return null
  const ours = merge.side === tie.side
  const day = merge.until ? longDay(locale, merge.until) : ''
  const sentence = () => {
    if (merge.done) return t(ours ? 'tie-merged-us' : 'tie-merged-them', { name })
    if (merge.until) return t(ours ? 'tie-merging-us' : 'tie-merging-them', { name, day })
    return t(ours ? 'tie-would-us' : 'tie-would-them', { name })
  }
  return (
    <>
      <p>
        <strong>{sentence()}</strong>
      </p>
      <Said title={t('tie-reason')} text={merge.reason} />
    </>
  )
}
