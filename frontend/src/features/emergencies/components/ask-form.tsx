import { useRef, useState } from 'react'
import { newIdempotencyKey } from '@/api/client'
import { isProblem } from '@/api/problems'
import { useMutation } from '@/api/use-mutation'
import { useI18n } from '@/i18n'
import { useKept } from '@/lib/use-kept'
import { Button } from '@/ui/button'
import { TextArea, TextField } from '@/ui/field'
import { Refused } from '@/ui/refused'
import { toast } from '@/ui/toast'
import { aboutOf } from '../address'
import { askEmergency } from '../api'

interface Props {
  tenant: string
  /** A post by the alias that is to be known; none to read. */
  post: string | null
  /** The address that the form begins with. */
  address?: string
  /** Names what is typed in this browser. */
  draft: string
  onAsked: () => void
}

/** Asks a second person: why, and for how long. */
export function AskForm({ tenant, post, address = '', draft, onAsked }: Props) {
  const { t } = useI18n()
  const [start] = useState({ address, reason: '', hours: '4' })
  const { form, write: keep, arrived } = useKept(draft, start)
  const key = useRef(newIdempotencyKey())
  const write = (change: Partial<typeof start>) => {
    key.current = newIdempotencyKey()
    keep(change)
  }
  const ask = useMutation({
    mutationFn: ({ address, reason, hours }: typeof start) => askEmergency(tenant, { ...(post ? { post } : aboutOf(address)), reason, hours: Math.trunc(Number(hours)) || 0 }, key.current),
    onSuccess: (_, sent) => {
      key.current = newIdempotencyKey()
      arrived(sent, start)
      toast(t('emergency-ask-done'))
      onAsked()
    },
  })
  const { error } = ask
  const faults = isProblem(error) ? error.errors : []
  const at = (pointer: string) => faults.find((fault) => fault.pointer === pointer)?.detail
  return (
    <section className="np-stack np-form" aria-labelledby={`vragen-${post ?? ''}`}>
      <h2 id={`vragen-${post ?? ''}`}>{t(post ? 'emergency-who-alias' : 'emergency-ask-title')}</h2>
      <p>{t(post ? 'emergency-ask-alias-text' : 'emergency-ask-text')}</p>
      {post ? null : <TextField required label={t('emergency-address')} hint={t('emergency-address-hint')} error={at('/thread')} value={form.address} onInput={(event) => write({ address: event.currentTarget.value })} />}
      <TextArea required label={t('emergency-reason')} hint={t('emergency-reason-hint')} error={at('/reason')} rows={3} maxLength={1000} value={form.reason} onInput={(event) => write({ reason: event.currentTarget.value })} />
      <TextField required short type="number" min={1} max={72} label={t('emergency-hours-label')} hint={t('emergency-hours-hint')} error={at('/hours')} value={form.hours} onInput={(event) => write({ hours: event.currentTarget.value })} />
      <Refused error={error} fields={['/hours', '/reason', '/thread']} />
      <div>
        <Button appearance="primary" busy={ask.isPending} onClick={() => ask.mutate(form)}>
          {t('emergency-ask')}
        </Button>
      </div>
    </section>
  )
}
