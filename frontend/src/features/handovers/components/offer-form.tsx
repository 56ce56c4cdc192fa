import { useEffect, useRef, useState } from 'react'
import { newIdempotencyKey } from '@/api/client'
import { isProblem } from '@/api/problems'
import type { HandoverList } from '@/api/types'
import { useMutation } from '@/api/use-mutation'
import { useI18n } from '@/i18n'
import { dropDraft, keepForm, readForm } from '@/lib/drafts'
import { goToFirstFault } from '@/lib/first-fault'
import { Alert } from '@/ui/alert'
import { Button } from '@/ui/button'
import { Choice, Fieldset, Select, TextArea } from '@/ui/field'
import { Refused } from '@/ui/refused'
import { toast } from '@/ui/toast'
import { type NewHandover, offerHandover } from '../api'

interface Props {
  tenant: string
  list: HandoverList
  /** The room from which its runner came here. */
  first: string | null
  draft: string
  onOffered: () => void
}

/** What one passes on, to whom, with words for the colleague. */
export function OfferForm({ tenant, list, first, draft, onOffered }: Props) {
  const { t } = useI18n()
  const { own, left, owner, colleagues } = list
  const [start] = useState<NewHandover>({ rooms: first ? [first] : [], ownership: false, stays: false, taker: '', words: '' })
  const [form, setForm] = useState(start)
  const [unasked, setUnasked] = useState(false)
  const latest = useRef(form)
  latest.current = form
  const key = useRef(newIdempotencyKey())
  useEffect(() => {
    void readForm(draft, start).then((kept) => kept && setForm((typed) => (typed === start ? { ...kept, rooms: [...new Set([...kept.rooms, ...start.rooms])] } : typed)))
  }, [draft, start])
  const write = (change: Partial<NewHandover>) => {
    const next = { ...form, ...change }
    key.current = newIdempotencyKey()
    setForm(next)
    void keepForm(draft, next)
  }
  const offer = useMutation({
    mutationFn: (typed: NewHandover) => {
      const known = new Set([...own, ...left].map(({ id }) => id))
      return offerHandover(tenant, { ...typed, rooms: typed.rooms.filter((id) => known.has(id)) }, key.current)
    },
    onSuccess: async (made, sent) => {
      key.current = newIdempotencyKey()
      // What was typed on while the answer was on its way stays.
      if (latest.current === sent) {
        setForm({ ...start, rooms: [] })
        await dropDraft(draft)
      }
      toast(t(made.state === 'accepted' ? 'handover-taken-on' : 'handover-offered', { name: made.name }))
      onOffered()
    },
  })
  const { error } = offer
  const faults = isProblem(error) ? error.errors : []
  const at = (pointer: string) => faults.find((fault) => fault.pointer === pointer)?.detail
  const atRooms = at('/rooms')
  const isAnywhere = own.length + left.length > 0
  const room = ({ id, title }: { id: string; title: string }, about: string | null) => (
    <Choice
      key={id}
      type="checkbox"
      label={title}
      {...(about ? { hint: about } : {})}
      checked={form.rooms.includes(id)}
      onChange={(event) => write({ rooms: event.currentTarget.checked ? [...form.rooms, id] : form.rooms.filter((other) => other !== id) })}
    />
  )
  return (
    <form
      className="np-stack np-form"
      noValidate
      aria-labelledby="offer-title"
      onSubmit={(event) => {
        event.preventDefault()
        setUnasked(form.taker === '')
        if (form.taker === '') goToFirstFault()
        else if (!offer.isPending) offer.mutate(form)
      }}
    >
      <h2 id="offer-title">{t('handover-offer-title')}</h2>
      {atRooms && !isAnywhere ? <Alert kind="error">{atRooms}</Alert> : null}
      {own.length > 0 ? (
        <Fieldset legend={t('handover-own')} hint={t('handover-own-hint')} error={atRooms}>
          {own.map((one) => room(one, one.alone ? t('handover-alone') : null))}
        </Fieldset>
      ) : null}
      {left.length > 0 ? (
        <Fieldset legend={t('handover-left')} hint={t('handover-left-hint')} error={own.length > 0 ? undefined : atRooms}>
          {left.map((one) => room(one, null))}
        </Fieldset>
      ) : null}
      {owner ? (
        <Fieldset legend={t('handover-organisation')} error={at('/ownership')}>
          <Choice type="checkbox" label={t('handover-ownership')} hint={t('handover-ownership-hint')} checked={form.ownership} onChange={(event) => write({ ownership: event.currentTarget.checked })} />
        </Fieldset>
      ) : null}
      <Select required label={t('handover-taker')} hint={t('handover-taker-hint')} error={unasked && form.taker === '' ? t('handover-taker-missing') : at('/taker')} value={form.taker} onChange={(event) => write({ taker: event.currentTarget.value })}>
        <option value="">{t('handover-taker-choose')}</option>
        {colleagues
          .filter(({ you }) => !you || left.length > 0)
          .map(({ person, name, you }) => (
            <option key={person} value={person}>
              {you ? t('handover-taker-you', { name }) : name}
            </option>
          ))}
      </Select>
      <Choice type="checkbox" label={t('handover-stays')} hint={t('handover-stays-hint')} checked={form.stays} onChange={(event) => write({ stays: event.currentTarget.checked })} />
      <TextArea optional label={t('handover-words')} hint={t('handover-words-hint')} error={at('/words')} rows={4} maxLength={1000} value={form.words} onInput={(event) => write({ words: event.currentTarget.value })} />
      <Refused error={error} fields={['/ownership', '/rooms', '/taker', '/words']} />
      <div>
        <Button type="submit" appearance="primary" busy={offer.isPending}>
          {t('handover-offer')}
        </Button>
      </div>
    </form>
  )
}
