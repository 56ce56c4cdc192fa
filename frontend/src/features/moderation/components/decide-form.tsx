import { useState } from 'react'
import { isProblem } from '@/api/problems'
import type { ModerationCase } from '@/api/types'
import { useMutation } from '@/api/use-mutation'
import { type PlainKey, useI18n } from '@/i18n'
import { dayAfter, endOfDay } from '@/lib/dates'
import { goToFirstFault } from '@/lib/first-fault'
import { useKept } from '@/lib/use-kept'
import { Button } from '@/ui/button'
import { Choice, Fieldset, Select, TextArea, TextField } from '@/ui/field'
import { Refused, useRefusal } from '@/ui/refused'
import { toast } from '@/ui/toast'
import { decideCase, type NewDecision } from '../api'
import { ReasonPicker } from './reason-picker'

interface Typed {
  act: NewDecision['act'] | ''
  title: string
  until: string
  warn: boolean
  pause: boolean
  pauseUntil: string
  ground: NonNullable<NewDecision['ground']> | ''
  rule: string
  facts: string
}

const EMPTY: Typed = { act: '', title: '', until: '', warn: false, pause: false, pauseUntil: '', ground: '', rule: '', facts: '' }

const FIELDS = ['act', 'title', 'until', 'warn', 'pauseUntil', 'ground', 'rule', 'facts'] as const

type Choices = readonly { act: NewDecision['act']; label: PlainKey }[]

const ACTS: Choices = [
  { act: 'leave', label: 'case-act-leave' },
  { act: 'hide', label: 'case-act-hide' },
  { act: 'return', label: 'case-act-return' },
  { act: 'remove', label: 'case-act-remove' },
]

/** What one decides, and how one begins with the title. */
const OF: Record<ModerationCase['about'], { legend: PlainKey; hint: PlainKey; acts: Choices }> = {
  post: { legend: 'case-act', hint: 'case-title-hint', acts: ACTS },
  title: {
    legend: 'case-act-title',
    hint: 'case-title-hint',
    acts: [
      { act: 'leave', label: 'case-act-leave' },
      { act: 'retitle', label: 'case-act-retitle' },
    ],
  },
  issue: {
    legend: 'case-act-issue',
    hint: 'case-title-hint-issue',
    acts: [
      { act: 'leave', label: 'case-act-leave' },
      { act: 'retitle', label: 'case-act-retitle-issue' },
    ],
  },
}

interface Props {
  tenant: string
  found: ModerationCase
  owner: string
  onDone: (now: ModerationCase) => void
  /** Somebody else has it in hand, or was ahead: what is typed waits. */
  onOvertaken: (why: string) => void
}

/** What happens with a post and its author, on which rule and by which facts. */
export function DecideForm({ tenant, found, owner, onDone, onOvertaken }: Props) {
  const { t } = useI18n()
  const why = useRefusal()
  const draft = `${owner}/case-${found.id}`
  const { form, write, letGo } = useKept(draft, EMPTY)
  const [missing, setMissing] = useState(false)
  const send = useMutation({
    mutationFn: ({ act, ...typed }: Typed & { act: NewDecision['act'] }) =>
      decideCase(tenant, found.id, {
        act,
        title: act === 'retitle' ? typed.title : '',
        until: act === 'hide' ? endOfDay(typed.until) : null,
        warn: typed.warn,
        pauseUntil: typed.pause ? endOfDay(typed.pauseUntil) : null,
        ground: typed.ground || null,
        rule: typed.rule,
        facts: typed.facts,
      }),
    onSuccess: (now) => {
      letGo(EMPTY)
      toast(t('case-decided'))
      onDone(now)
    },
    onError: (error) => (isProblem(error, 409) ? onOvertaken(why(error)) : undefined),
  })
  const { error } = send
  const faults = isProblem(error) ? error.errors : []
  /** What was changed since it was sent, is no longer at fault. */
  const at = (field: (typeof FIELDS)[number]) => (form[field] === send.variables?.[field] ? faults.find(({ pointer }) => pointer === `/${field}`)?.detail : undefined)
  const { legend, hint, acts } = OF[found.about]
  const gone = found.about === 'post' && found.post?.withdrawn === true && !found.post.held
  const tomorrow = dayAfter(new Date())
  // Nothing is done, to nobody: then it need not rest on anything.
  const isMeasure = form.act !== 'leave' || form.warn || form.pause
  const noPause = form.pause && form.pauseUntil === ''
  return (
    <form
      className="np-stack np-form"
      noValidate
      aria-labelledby="decide-title"
      onSubmit={(event) => {
        event.preventDefault()
        const { act } = form
        setMissing(act === '' || noPause)
        if (act === '' || noPause) goToFirstFault()
        if (act !== '' && !noPause && !send.isPending) send.mutate({ ...form, act })
      }}
    >
      <h2 id="decide-title" tabIndex={-1}>
        {t('case-decide-title')}
      </h2>
      {isProblem(error, 409) ? null : <Refused error={error} fields={FIELDS.map((field) => `/${field}`)} />}
      <Fieldset legend={t(legend)} error={missing && form.act === '' ? t('case-missing') : at('act')}>
        {acts.filter(({ act }) => !gone || act === 'leave').map(({ act, label }) => (
          <Choice key={act} type="radio" name="act" label={t(label)} checked={form.act === act} onChange={() => write({ act })} />
        ))}
      </Fieldset>
      {form.act === 'retitle' ? <TextField required label={t('case-title')} hint={t(hint)} error={at('title')} maxLength={160} value={form.title} onInput={(event) => write({ title: event.currentTarget.value })} /> : null}
      {form.act === 'hide' ? <TextField required short type="date" label={t('case-until')} error={at('until')} min={tomorrow} value={form.until} onInput={(event) => write({ until: event.currentTarget.value })} /> : null}
      <Fieldset legend={t('case-person')}>
        <Choice type="checkbox" label={t('case-warn')} error={at('warn')} checked={form.warn} onChange={(event) => write({ warn: event.currentTarget.checked })} />
        {found.about === 'issue' ? null : <Choice type="checkbox" label={t('case-pause')} checked={form.pause} onChange={(event) => write({ pause: event.currentTarget.checked })} />}
      </Fieldset>
      {form.pause ? (
        <TextField required short type="date" label={t('case-pause-until')} error={missing && noPause ? t('case-missing') : at('pauseUntil')} min={tomorrow} value={form.pauseUntil} onInput={(event) => write({ pauseUntil: event.currentTarget.value })} />
      ) : null}
      <Select required={isMeasure} optional={!isMeasure} label={t('case-ground')} error={at('ground')} value={form.ground} onChange={(event) => write({ ground: event.currentTarget.value as Typed['ground'] })}>
        <option value="">{t('case-ground-none')}</option>
        <option value="rules">{t('ground-rules')}</option>
        <option value="law">{t('ground-law')}</option>
      </Select>
      <TextField required={isMeasure} optional={!isMeasure} label={t('case-rule')} hint={t('case-rule-hint')} error={at('rule')} maxLength={300} value={form.rule} onInput={(event) => write({ rule: event.currentTarget.value })} />
      <ReasonPicker tenant={tenant} text={form.facts} onPick={(facts) => write({ facts })} />
      <TextArea required label={t('case-facts')} hint={t(form.act === 'leave' && !form.warn && !form.pause ? 'case-facts-hint-stays' : 'case-facts-hint')} error={at('facts')} rows={6} maxLength={4000} value={form.facts} onInput={(event) => write({ facts: event.currentTarget.value })} />
      <div>
        <Button type="submit" appearance="primary" busy={send.isPending}>
          {t('case-decide')}
        </Button>
      </div>
    </form>
  )
}
