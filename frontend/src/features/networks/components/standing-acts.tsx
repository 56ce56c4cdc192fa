import { useState } from 'react'
import { isProblem } from '@/api/problems'
import type { OwnNetworkStanding } from '@/api/types'
import { useMutation } from '@/api/use-mutation'
import { useI18n } from '@/i18n'
import { dayAfter, endOfDay } from '@/lib/dates'
import { Button } from '@/ui/button'
import { ConfirmButton } from '@/ui/confirm'
import { Choice, TextField } from '@/ui/field'
import { Refused } from '@/ui/refused'
import { toast } from '@/ui/toast'
import { leaveNetwork, restInNetwork, returnToNetwork } from '../members-api'

interface Props {
  tenant: string
  network: string
  own: OwnNetworkStanding
  onChanged: (own: OwnNetworkStanding) => void
  onLeft: () => void
}

/** What one can do with one's place: rest, come back, or leave with thanks. */
export function StandingActs(props: Props) {
  return (
    <>
      {props.own.seen.standing === 'resting' ? <ComeBack {...props} /> : props.own.mayRest ? <Rest {...props} /> : null}
      <Leave {...props} />
    </>
  )
}

function ComeBack({ tenant, network, onChanged }: Props) {
  const { t } = useI18n()
  const back = useMutation({
    mutationFn: () => returnToNetwork(tenant, network),
    onSuccess: (own) => {
      toast(t('place-back-done'))
      onChanged(own)
    },
  })
  return (
    <div className="np-stack np-stack--tight">
      <Refused error={back.error} />
      <div>
        <Button appearance="primary" busy={back.isPending} onClick={() => back.mutate()}>
          {t('place-back')}
        </Button>
      </div>
    </div>
  )
}

function Rest({ tenant, network, onChanged }: Props) {
  const { t } = useI18n()
  const [day, setDay] = useState('')
  const rest = useMutation({
    mutationFn: () => restInNetwork(tenant, network, endOfDay(day)),
    onSuccess: (own) => {
      toast(t('place-rest-done'))
      onChanged(own)
    },
  })
  const { error } = rest
  const wrong = isProblem(error) ? error.errors[0]?.detail : undefined
  return (
    <section className="np-stack np-stack--tight np-form" aria-labelledby="rusten">
      <h3 id="rusten">{t('place-rest')}</h3>
      <p>{t('place-rest-text')}</p>
      <TextField optional short type="date" label={t('place-rest-until')} hint={t('place-rest-until-hint')} min={dayAfter(new Date())} error={wrong} value={day} onInput={(event) => setDay(event.currentTarget.value)} />
      {wrong ? null : <Refused error={error} />}
      <div>
        <Button busy={rest.isPending} onClick={() => rest.mutate()}>
          {t('place-rest')}
        </Button>
      </div>
    </section>
  )
}

function Leave({ tenant, network, onLeft }: Props) {
  const { t } = useI18n()
  const [contact, setContact] = useState(false)
  return (
    <section className="np-stack np-stack--tight" aria-labelledby="weggaan">
      <h3 id="weggaan">{t('place-leave')}</h3>
      <p>{t('place-leave-text')}</p>
      <Choice type="checkbox" label={t('place-leave-contact')} hint={t('place-leave-contact-hint')} checked={contact} onChange={(event) => setContact(event.currentTarget.checked)} />
      <div>
        <ConfirmButton label={t('place-leave')} title={t('place-leave-title')} act={() => leaveNetwork(tenant, network, contact)} onDone={onLeft}>
          {t(contact ? 'place-leave-sure-contact' : 'place-leave-sure')}
        </ConfirmButton>
      </div>
    </section>
  )
}
