import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useOwner } from '@/api/session'
import { paths } from '@/app/paths'
import { useI18n } from '@/i18n'
import { longDay } from '@/lib/dates'
import { Button } from '@/ui/button'
import { ConfirmButton } from '@/ui/confirm'
import { Said } from '@/ui/said'
import { toast } from '@/ui/toast'
import { lowerHand, objectToRefusal, type OwnHand as Hand, ownHandQuery, raiseHand } from '../hands-api'
import { TextDialog } from './text-dialog'

interface Props {
  tenant: string
  issue: string
  /** The issue takes people now. */
  mayRaise: boolean
}

/** For who reads along and does not take part: raising a hand, and what became of it. */
export function OwnHand({ tenant, issue, mayRaise }: Props) {
  const { t } = useI18n()
  const client = useQueryClient()
  const query = ownHandQuery(tenant, issue)
  const { data: own } = useQuery(query)
  if (!own) return null
  const hand = own.hand ?? null
  if (!mayRaise && !hand && !own.invited) return null
  const refresh = () => void client.invalidateQueries({ queryKey: query.queryKey })
  return (
    <section className="np-sheet np-stack np-stack--tight np-no-print" aria-labelledby="own-hand">
      <h2 id="own-hand">{t('hand-title')}</h2>
      {own.invited ? (
        <>
          <p>{t('hand-invited')}</p>
          <a href={paths.overview()}>{t('hand-to-overview')}</a>
        </>
      ) : (
        <>
          {hand ? <Standing hand={hand} /> : <p>{t('hand-lead')}</p>}
          <Acts tenant={tenant} issue={issue} mayRaise={mayRaise} hand={hand} onChanged={refresh} />
        </>
      )}
    </section>
  )
}

function Standing({ hand }: { hand: Hand }) {
  const { t, locale } = useI18n()
  const day = longDay(locale, hand.answerBy)
  return (
    <>
      {hand.state === 'raised' ? <p>{t('hand-raised', { day })}</p> : null}
      {hand.state === 'objected' ? <p>{t('hand-objected', { day })}</p> : null}
      {hand.state === 'refused' ? <p>{t('hand-refused')}</p> : null}
      {hand.reason ? <Said title={t('hand-reason')} text={hand.reason} /> : null}
      {hand.objection ? <Said title={t('hand-objection-own')} text={hand.objection} /> : null}
      {hand.state === 'raised' && hand.motivation ? <Said title={t('hand-motivation-own')} text={hand.motivation} /> : null}
    </>
  )
}

function Acts({ tenant, issue, mayRaise, hand, onChanged }: Props & { hand: Hand | null; onChanged: () => void }) {
  const { t } = useI18n()
  const [asks, setAsks] = useState<'raise' | 'object' | null>(null)
  const owner = useOwner()
  const done = (word: 'hand-sent' | 'hand-objection-sent') => () => {
    setAsks(null)
    toast(t(word))
    onChanged()
  }
  return (
    <div className="np-row">
      {hand === null ? (
        <Button appearance="primary" onClick={() => setAsks('raise')}>
          {t('hand-raise')}
        </Button>
      ) : null}
      {mayRaise && hand?.can.object ? <Button onClick={() => setAsks('object')}>{t('hand-object')}</Button> : null}
      {hand?.can.lower ? (
        <ConfirmButton label={t('hand-lower')} title={t('hand-lower-title')} act={() => lowerHand(tenant, issue)} onDone={onChanged}>
          {t('hand-lower-text')}
        </ConfirmButton>
      ) : null}
      {asks === 'raise' ? (
        <TextDialog
          title={t('hand-raise')}
          label={t('hand-motivation')}
          hint={t('hand-motivation-hint')}
          action={t('hand-send')}
          draft={`${owner}/hand-${issue}`}
          send={(text) => raiseHand(tenant, issue, text)}
          onClose={() => setAsks(null)}
          onSent={done('hand-sent')}
        >
          <p>{t('hand-who-reads')}</p>
        </TextDialog>
      ) : null}
      {asks === 'object' ? (
        <TextDialog
          title={t('hand-object')}
          label={t('hand-objection')}
          hint={t('hand-objection-hint')}
          action={t('hand-send')}
          draft={`${owner}/objection-${issue}`}
          send={(text) => objectToRefusal(tenant, issue, text)}
          onClose={() => setAsks(null)}
          onSent={done('hand-objection-sent')}
        />
      ) : null}
    </div>
  )
}
