import { useRef, useState } from 'react'
import { newIdempotencyKey } from '@/api/client'
import { isProblem } from '@/api/problems'
import { useMutation } from '@/api/use-mutation'
import { useI18n } from '@/i18n'
import { dayAfter } from '@/lib/dates'
import { useKept } from '@/lib/use-kept'
import { Button } from '@/ui/button'
import { TextArea, TextField } from '@/ui/field'
import { Refused } from '@/ui/refused'
import { toast } from '@/ui/toast'
import { type HoldWriting, issueOf, setHold } from '../api'

interface Props {
  tenant: string
  /** Names what is typed in this browser. */
  draft: string
  onSet: () => void
}

const EMPTY: HoldWriting = { address: '', reason: '', reference: '', day: '' }

/** From now on nothing of an issue is deleted: which, why and until when. */
export function HoldForm({ tenant, draft, onSet }: Props) {
  const { t } = useI18n()
  const [start] = useState(EMPTY)
  const { form, write: keep, arrived } = useKept(draft, start)
  const [tried, setTried] = useState(false)
  const key = useRef(newIdempotencyKey())
  const write = (change: Partial<HoldWriting>) => {
    key.current = newIdempotencyKey()
    keep(change)
  }
  const set = useMutation({
    mutationFn: (sent: HoldWriting) => setHold(tenant, issueOf(sent.address) ?? '', sent, key.current),
    onSuccess: (_, sent) => {
      key.current = newIdempotencyKey()
      setTried(false)
      arrived(sent, start)
      toast(t('hold-set-done'))
      onSet()
    },
  })
  const { error } = set
  const faults = isProblem(error) ? error.errors : []
  const at = (pointer: string) => faults.find((fault) => fault.pointer === pointer)?.detail
  const issue = issueOf(form.address)
  return (
    <form
      className="np-stack np-form"
      noValidate
      aria-labelledby="hold-set"
      onSubmit={(event) => {
        event.preventDefault()
        setTried(true)
        if (!set.isPending && issue && form.day) set.mutate(form)
      }}
    >
      <h2 id="hold-set">{t('hold-set-title')}</h2>
      <TextField required label={t('hold-address')} hint={t('hold-address-hint')} error={tried && !issue ? t('hold-address-wrong') : undefined} value={form.address} onInput={(event) => write({ address: event.currentTarget.value })} />
      <TextArea required label={t('hold-reason')} hint={t('hold-reason-hint')} error={at('/reason')} rows={3} maxLength={500} value={form.reason} onInput={(event) => write({ reason: event.currentTarget.value })} />
      <TextField optional short label={t('hold-reference')} hint={t('hold-reference-hint')} error={at('/reference')} maxLength={60} value={form.reference} onInput={(event) => write({ reference: event.currentTarget.value })} />
      <TextField required short type="date" label={t('hold-day')} hint={t('hold-day-hint')} min={dayAfter(new Date())} error={tried && !form.day ? t('hold-day-empty') : at('/until')} value={form.day} onInput={(event) => write({ day: event.currentTarget.value })} />
      <Refused error={error} fields={['/reason', '/reference', '/until']} />
      <div>
        <Button type="submit" appearance="primary" busy={set.isPending}>
          {t('hold-set')}
        </Button>
      </div>
    </form>
  )
}
