import { useState } from 'react'
import { useOwner } from '@/api/session'
import { useI18n } from '@/i18n'
import { longDay } from '@/lib/dates'
import { StatusBadge } from '@/ui/badge'
import { Button } from '@/ui/button'
import { Said } from '@/ui/said'
import { toast } from '@/ui/toast'
import { inviteHand, type RaisedHand, refuseHand } from '../hands-api'
import { HAND } from '../words'
import { TextDialog } from './text-dialog'

interface Props {
  tenant: string
  issue: string
  hands: readonly RaisedHand[]
  onChanged: () => void
}

/** Who wants to take part and was not asked: those who wait first. */
export function RaisedHands(props: Props) {
  const { t } = useI18n()
  if (props.hands.length === 0) return <p className="np-soft">{t('hands-none')}</p>
  return (
    <ul role="list" className="np-stack np-stack--tight">
      {props.hands.map((hand) => (
        <Row key={hand.id} {...props} hand={hand} />
      ))}
    </ul>
  )
}

function Row({ tenant, issue, hand, onChanged }: Props & { hand: RaisedHand }) {
  const { t, locale } = useI18n()
  const [asks, setAsks] = useState<'invite' | 'refuse' | null>(null)
  const owner = useOwner()
  const { key, tone } = HAND[hand.state]
  const waits = hand.state === 'raised' || hand.state === 'objected'
  const done = (word: 'hand-was-invited' | 'hand-was-refused') => () => {
    setAsks(null)
    toast(t(word, { name: hand.name }))
    onChanged()
  }
  return (
    <li className="np-sheet np-stack np-stack--tight">
      <div className="np-row np-row--between">
        <strong>
          <bdi>{hand.name}</bdi>
        </strong>
        <StatusBadge tone={tone}>{t(key)}</StatusBadge>
      </div>
      <p className="np-soft np-small">
        {t('hand-since', { day: longDay(locale, hand.raisedAt) })}
        {waits ? ` · ${t('hand-answer-by', { day: longDay(locale, hand.answerBy) })}` : null}
        {hand.hall ? ` · ${t('hand-from-hall', { place: hand.hall })}` : null}
      </p>
      {hand.motivation ? (
        <blockquote className="np-prose np-prose--plain" dir="auto">
          {hand.motivation}
        </blockquote>
      ) : null}
      {hand.nomination ? <Said title={hand.nomination.name ? t('hand-nominated', { name: hand.nomination.name }) : t('hand-nominated-circle')} text={hand.nomination.motivation} /> : null}
      {hand.reason ? <Said title={t('hand-reason-given')} text={hand.reason} /> : null}
      {hand.objection ? <Said title={t('hand-objection-name', { name: hand.name })} text={hand.objection} /> : null}
      {hand.can.invite || hand.can.refuse ? (
        <div className="np-row">
          {hand.can.invite ? (
            <Button appearance={waits ? 'primary' : 'secondary'} aria-label={t('hand-invite-name', { name: hand.name })} onClick={() => setAsks('invite')}>
              {t('hand-invite')}
            </Button>
          ) : null}
          {hand.can.refuse ? (
            <Button aria-label={t('hand-refuse-name', { name: hand.name })} onClick={() => setAsks('refuse')}>
              {t('hand-refuse')}
            </Button>
          ) : null}
        </div>
      ) : null}
      {asks === 'invite' ? (
        <TextDialog
          title={t('hand-invite-name', { name: hand.name })}
          optional
          label={t('hand-invite-text')}
          hint={t('hand-invite-hint')}
          action={t('hand-invite')}
          draft={`${owner}/hand-invite-${hand.id}`}
          send={(text) => inviteHand(tenant, issue, hand.id, text)}
          onClose={() => setAsks(null)}
          onSent={done('hand-was-invited')}
        />
      ) : null}
      {asks === 'refuse' ? (
        <TextDialog
          title={t('hand-refuse-name', { name: hand.name })}
          label={t('hand-refuse-reason')}
          hint={t('hand-refuse-hint')}
          action={t('hand-refuse')}
          draft={`${owner}/hand-refuse-${hand.id}`}
          send={(text) => refuseHand(tenant, issue, hand.id, text)}
          onClose={() => setAsks(null)}
          onSent={done('hand-was-refused')}
        />
      ) : null}
    </li>
  )
}
