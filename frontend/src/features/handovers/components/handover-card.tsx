import { useState } from 'react'
import { isProblem } from '@/api/problems'
import type { Handover } from '@/api/types'
import { useMutation } from '@/api/use-mutation'
import { useI18n } from '@/i18n'
import { longDay } from '@/lib/dates'
import { useKept } from '@/lib/use-kept'
import { Button } from '@/ui/button'
import { Dialog } from '@/ui/dialog'
import { TextArea } from '@/ui/field'
import { Refused } from '@/ui/refused'
import { Said } from '@/ui/said'
import { toast } from '@/ui/toast'
import { acceptHandover, declineHandover, withdrawHandover } from '../api'

interface Props {
  tenant: string
  handover: Handover
  /** Where a room is read, once one may. */
  href: (room: Handover['rooms'][number]) => string
  /** Whose browser this is. */
  owner: string
  onChanged: () => void
}

/** What passes between the reader and one colleague. */
export function HandoverCard({ tenant, handover, href, owner, onChanged }: Props) {
  const { t } = useI18n()
  const [declining, setDeclining] = useState(false)
  const { can, name, rooms, side, state } = handover
  const mine = side === 'giver' ? state !== 'accepted' || handover.stays : state === 'accepted'
  const done = (sentence: string) => {
    setDeclining(false)
    toast(sentence)
    onChanged()
  }
  const act = useMutation({
    mutationFn: (what: 'accept' | 'withdraw') => (what === 'accept' ? acceptHandover : withdrawHandover)(tenant, handover.id),
    onSuccess: (_, what) => done(t(what === 'accept' ? 'handover-accepted' : 'handover-withdrawn')),
    // Somebody was ahead: what is there now is fetched.
    onError: onChanged,
  })
  return (
    <li className="np-sheet np-stack np-stack--tight">
      <h3 dir="auto">{t(side === 'giver' ? 'handover-to' : 'handover-from', { name })}</h3>
      <Standing handover={handover} />
      {rooms.length > 0 ? (
        <ul>
          {rooms.map((room) => (
            <li key={room.id} dir="auto">
              {mine ? <a href={href(room)}>{room.title}</a> : room.title}
            </li>
          ))}
        </ul>
      ) : null}
      {handover.ownership ? <p>{t('handover-with-ownership')}</p> : null}
      {state === 'offered' && rooms.length > 0 ? <p className="np-soft">{t(handover.stays ? 'handover-giver-stays' : 'handover-giver-goes')}</p> : null}
      {handover.words ? <Said title={t('handover-words-of')} text={handover.words} /> : null}
      {handover.reason ? <Said title={t('handover-reason')} text={handover.reason} /> : null}
      <Refused error={act.error} />
      <div className="np-row">
        {can.answer ? (
          <>
            <Button appearance="primary" busy={act.isPending} aria-label={`${t('handover-accept')}: ${name}`} onClick={() => act.mutate('accept')}>
              {t('handover-accept')}
            </Button>
            <Button appearance="secondary" aria-label={`${t('handover-decline')}: ${name}`} onClick={() => setDeclining(true)}>
              {t('handover-decline')}
            </Button>
          </>
        ) : null}
        {can.withdraw ? (
          <Button appearance="subtle" danger busy={act.isPending} aria-label={`${t('handover-withdraw')}: ${name}`} onClick={() => act.mutate('withdraw')}>
            {t('handover-withdraw')}
          </Button>
        ) : null}
      </div>
      {declining ? <DeclineDialog tenant={tenant} handover={handover.id} draft={`${owner}/handover-${handover.id}`} onClose={() => setDeclining(false)} onDone={() => done(t('handover-declined'))} /> : null}
    </li>
  )
}

function Standing({ handover }: { handover: Handover }) {
  const { t, locale } = useI18n()
  const day = longDay(locale, handover.changedAt)
  const { state, side } = handover
  const key = {
    offered: side === 'giver' ? 'handover-waits' : 'handover-asked',
    accepted: 'handover-accepted-at',
    declined: 'handover-declined-at',
    withdrawn: 'handover-withdrawn-at',
  } as const
  return <p className="np-soft">{t(key[state], { day, until: longDay(locale, handover.until) })}</p>
}

const NOTHING = { reason: '' }

/** A no, with a reason for the colleague. What was typed is there again after closing. */
function DeclineDialog({ tenant, handover, draft, onClose, onDone }: { tenant: string; handover: string; draft: string; onClose: () => void; onDone: () => void }) {
  const { t } = useI18n()
  const { form, write, arrived } = useKept(draft, NOTHING)
  const send = useMutation({
    mutationFn: ({ reason }: typeof NOTHING) => declineHandover(tenant, handover, reason),
    onSuccess: (_, sent) => {
      arrived(sent, NOTHING)
      onDone()
    },
  })
  const { error } = send
  const wrong = isProblem(error) ? error.errors[0]?.detail : undefined
  return (
    <Dialog
      title={t('handover-decline-title')}
      onClose={onClose}
      actions={
        <Button appearance="primary" busy={send.isPending} onClick={() => send.mutate(form)}>
          {t('handover-decline')}
        </Button>
      }
      text={<p>{t('handover-decline-text')}</p>}
    >
      {wrong ? null : <Refused error={error} />}
      <TextArea
        required
        label={t('handover-reason')}
        error={wrong}
        rows={4}
        maxLength={1000}
        value={form.reason}
        onInput={(event) => write({ reason: event.currentTarget.value })}
      />
    </Dialog>
  )
}
