import { useState } from 'react'
import { isProblem } from '@/api/problems'
import type { StandardReason, StandardReasonList } from '@/api/types'
import { useMutation } from '@/api/use-mutation'
import { useI18n } from '@/i18n'
import { useKept } from '@/lib/use-kept'
import { Alert } from '@/ui/alert'
import { Button } from '@/ui/button'
import { Fieldset, TextArea, TextField } from '@/ui/field'
import { Refused } from '@/ui/refused'
import { toast } from '@/ui/toast'
import { writeStandardReasons } from '../api'
import { moved } from '../words'

interface Props {
  tenant: string
  list: StandardReasonList
  /** Names what is typed in this browser. */
  draft: string
  onSaved: (now: StandardReasonList) => void
  onStale: () => Promise<StandardReasonList>
}

interface Writing {
  items: StandardReason[]
  /** The version that it goes on from. */
  version: number
}

const MOST = 30

/** The whole list at once, in the order in which it is offered. */
export function ReasonsForm({ tenant, list, draft, onSaved, onStale }: Props) {
  const { t } = useI18n()
  const { form: writing, write: keep, arrived } = useKept<Writing>(draft, { items: list.items, version: list.version }, list.version)
  const [stale, setStale] = useState(false)
  const write = (items: StandardReason[]) => keep({ items })
  const change = (place: number, part: Partial<StandardReason>) => write(writing.items.map((item, at) => (at === place ? { ...item, ...part } : item)))
  const save = useMutation({
    mutationFn: ({ items, version }: Writing) => writeStandardReasons(tenant, items, version),
    onMutate: () => setStale(false),
    onSuccess: (now, sent) => {
      const { items, version } = now
      arrived(sent, { items, version }, { version })
      toast(t('reasons-saved'))
      onSaved(now)
    },
    onError: async (error) => {
      const now = isProblem(error, 412) ? await onStale().catch(() => null) : null
      if (!now) return
      // Theirs stands above from now on: whoever presses again has read both.
      keep({ version: now.version })
      setStale(true)
    },
  })
  const { error } = save
  const faults = isProblem(error) ? error.errors : []
  const at = (pointer: string) => faults.find((one) => one.pointer === pointer)?.detail
  const focus = (id: string) => requestAnimationFrame(() => document.getElementById(id)?.focus())
  const add = () => {
    const place = writing.items.length
    write([...writing.items, { name: '', words: '' }])
    focus(`reason-${String(place)}`)
  }
  const remove = (place: number) => {
    write(writing.items.filter((_, other) => other !== place))
    document.getElementById('reason-add')?.focus()
  }
  const move = (place: number, to: number) => {
    write(moved(writing.items, place, to))
    focus(`reason-${String(to)}`)
  }
  return (
    <form
      className="np-stack np-form"
      noValidate
      aria-labelledby="reasons-change"
      onSubmit={(event) => {
        event.preventDefault()
        if (!save.isPending) save.mutate(writing)
      }}
    >
      <h2 id="reasons-change">{t('reasons-change')}</h2>
      {stale ? <Alert kind="error">{t('reasons-stale')}</Alert> : null}
      {writing.items.map(({ name, words }, place) => {
        const number = place + 1
        return (
          <Fieldset key={place} legend={t('reasons-item', { number })}>
            <TextField required id={`reason-${String(place)}`} label={t('reasons-name')} error={name === save.variables?.items[place]?.name ? at(`/items/${String(place)}/name`) : undefined} maxLength={80} value={name} onInput={(event) => change(place, { name: event.currentTarget.value })} />
            <TextArea required label={t('reasons-words')} error={words === save.variables?.items[place]?.words ? at(`/items/${String(place)}/words`) : undefined} rows={3} maxLength={1000} value={words} onInput={(event) => change(place, { words: event.currentTarget.value })} />
            <div className="np-row">
              {place > 0 ? (
                <Button appearance="subtle" aria-label={t('reasons-up-of', { number })} onClick={() => move(place, place - 1)}>
                  {t('reasons-up')}
                </Button>
              ) : null}
              {number < writing.items.length ? (
                <Button appearance="subtle" aria-label={t('reasons-down-of', { number })} onClick={() => move(place, place + 1)}>
                  {t('reasons-down')}
                </Button>
              ) : null}
              <Button appearance="subtle" aria-label={t('reasons-remove-of', { number })} onClick={() => remove(place)}>
                {t('reasons-remove')}
              </Button>
            </div>
          </Fieldset>
        )
      })}
      {stale ? null : <Refused error={error} fields={writing.items.flatMap((_, place) => ['name', 'words'].map((field) => `/items/${String(place)}/${field}`))} />}
      <div className="np-row">
        <Button id="reason-add" disabled={writing.items.length >= MOST} onClick={add}>
          {t('reasons-add')}
        </Button>
        <Button type="submit" appearance="primary" busy={save.isPending}>
          {t('reasons-save')}
        </Button>
      </div>
    </form>
  )
}
