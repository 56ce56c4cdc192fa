import { useRef, useState } from 'react'
import { newIdempotencyKey } from '@/api/client'
import { Problem } from '@/api/problems'
import { useI18n } from '@/i18n'
import { goToFirstFault } from '@/lib/first-fault'
import { useKept } from '@/lib/use-kept'
import { Button } from '@/ui/button'
import { Dialog } from '@/ui/dialog'
import { Choice, Fieldset, TextField } from '@/ui/field'
import { Refused } from '@/ui/refused'
import { makeHall } from '../halls-api'
import { type HallWriting, NEW_HALL, wishOf } from '../hall-writing'

interface Props {
  tenant: string
  issue: string
  /** Names what is typed in this browser, where it waits until the link is made. */
  draft: string
  onClose: () => void
  onMade: () => void
}

/** For which hall, for how many, until when, and how one comes in. */
export function HallForm({ tenant, issue, draft, onClose, onMade }: Props) {
  const { t } = useI18n()
  const { form: writing, write: keep, arrived } = useKept(draft, NEW_HALL)
  const [busy, setBusy] = useState(false)
  const [fault, setFault] = useState<unknown>(null)
  const [dayless, setDayless] = useState(false)
  const key = useRef(newIdempotencyKey())
  const write = (change: Partial<HallWriting>) => {
    key.current = newIdempotencyKey()
    keep(change)
  }
  const make = async () => {
    const wish = wishOf(writing)
    setDayless(wish === null)
    if (wish === null) return goToFirstFault()
    setBusy(true)
    setFault(null)
    try {
      await makeHall(tenant, issue, wish, key.current)
      arrived(writing, NEW_HALL)
      onMade()
    } catch (error) {
      setFault(error)
      setBusy(false)
    }
  }
  const wrong = (pointer: string) => (fault instanceof Problem ? fault.errors.find((error) => error.pointer === pointer)?.detail : undefined)
  const end = dayless ? t('hall-day-missing') : wrong('/endsAt')
  return (
    <Dialog
      title={t('hall-make')}
      onClose={onClose}
      actions={
        <Button appearance="primary" busy={busy} onClick={() => void make()}>
          {t('hall-make')}
        </Button>
      }
    >
      <Refused error={fault} fields={['/place', '/limit', '/endsAt']} />
      <TextField required label={t('hall-place')} hint={t('hall-place-hint')} error={wrong('/place')} maxLength={120} value={writing.place} onInput={(event) => write({ place: event.currentTarget.value })} />
      <TextField required short type="number" inputMode="numeric" min={10} max={150} label={t('hall-limit')} hint={t('hall-limit-hint')} error={wrong('/limit')} value={writing.limit} onInput={(event) => write({ limit: event.currentTarget.value })} />
      <TextField required short type="date" label={t('hall-day')} hint={t('hall-day-hint')} error={end} value={writing.day} onInput={(event) => write({ day: event.currentTarget.value })} />
      <TextField required short type="time" label={t('hall-time')} value={writing.time} onInput={(event) => write({ time: event.currentTarget.value })} />
      <Fieldset legend={t('hall-how')}>
        <Choice type="radio" name="hall-how" label={t('hall-how-at-once')} hint={t('hall-how-at-once-hint')} checked={!writing.approval} onChange={() => write({ approval: false })} />
        <Choice type="radio" name="hall-how" label={t('hall-how-approval')} hint={t('hall-how-approval-hint')} checked={writing.approval} onChange={() => write({ approval: true })} />
      </Fieldset>
    </Dialog>
  )
}
