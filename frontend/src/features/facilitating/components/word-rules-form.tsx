import { useState } from 'react'
import { isProblem } from '@/api/problems'
import type { WordRule, WordRuleList } from '@/api/types'
import { useMutation } from '@/api/use-mutation'
import { useI18n } from '@/i18n'
import { useKept } from '@/lib/use-kept'
import { Alert } from '@/ui/alert'
import { Button } from '@/ui/button'
import { Fieldset, TextField } from '@/ui/field'
import { Refused } from '@/ui/refused'
import { toast } from '@/ui/toast'
import { writeWordRules } from '../api'

interface Props {
  tenant: string
  list: WordRuleList
  /** Names what is typed in this browser. */
  draft: string
  onSaved: (now: WordRuleList) => void
  onStale: () => Promise<WordRuleList>
}

interface Writing {
  items: WordRule[]
  /** The version that it goes on from. */
  version: number
}

const MOST = 50

/** The whole list at once: it is short, and everybody of the organisation reads it. */
export function WordRulesForm({ tenant, list, draft, onSaved, onStale }: Props) {
  const { t } = useI18n()
  const { form: writing, write: keep, arrived } = useKept<Writing>(draft, { items: list.items, version: list.version }, list.version)
  const [stale, setStale] = useState(false)
  const write = (items: WordRule[]) => keep({ items })
  const change = (place: number, part: Partial<WordRule>) => write(writing.items.map((item, at) => (at === place ? { ...item, ...part } : item)))
  const save = useMutation({
    mutationFn: ({ items, version }: Writing) => writeWordRules(tenant, items, version),
    onMutate: () => setStale(false),
    onSuccess: (now, sent) => {
      const { items, version } = now
      arrived(sent, { items, version }, { version })
      toast(t('words-saved'))
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
  const add = () => {
    const place = writing.items.length
    write([...writing.items, { phrase: '', why: '' }])
    requestAnimationFrame(() => document.getElementById(`rule-${String(place)}`)?.focus())
  }
  const remove = (place: number) => {
    write(writing.items.filter((_, other) => other !== place))
    document.getElementById('rule-add')?.focus()
  }
  return (
    <form
      className="np-stack np-form"
      noValidate
      aria-labelledby="words-change"
      onSubmit={(event) => {
        event.preventDefault()
        if (!save.isPending) save.mutate(writing)
      }}
    >
      <h2 id="words-change">{t('words-change')}</h2>
      {stale ? <Alert kind="error">{t('words-stale')}</Alert> : null}
      {writing.items.map(({ phrase, why }, place) => (
        <Fieldset key={place} legend={t('words-item', { number: place + 1 })}>
          <TextField required id={`rule-${String(place)}`} label={t('words-phrase')} error={phrase === save.variables?.items[place]?.phrase ? at(`/items/${String(place)}/phrase`) : undefined} maxLength={80} value={phrase} onInput={(event) => change(place, { phrase: event.currentTarget.value })} />
          <TextField required label={t('words-why')} error={why === save.variables?.items[place]?.why ? at(`/items/${String(place)}/why`) : undefined} maxLength={300} value={why} onInput={(event) => change(place, { why: event.currentTarget.value })} />
          <Button appearance="subtle" onClick={() => remove(place)}>
            {t('words-remove', { number: place + 1 })}
          </Button>
        </Fieldset>
      ))}
      {stale ? null : <Refused error={error} fields={writing.items.flatMap((_, place) => ['phrase', 'why'].map((field) => `/items/${String(place)}/${field}`))} />}
      <div className="np-row">
        <Button id="rule-add" disabled={writing.items.length >= MOST} onClick={add}>
          {t('words-add')}
        </Button>
        <Button type="submit" appearance="primary" busy={save.isPending}>
          {t('words-save')}
        </Button>
      </div>
    </form>
  )
}
