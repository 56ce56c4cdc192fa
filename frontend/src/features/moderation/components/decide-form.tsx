import { useState } from 'react'
import { type FieldProblem, isProblem, type Problem, unfinished } from '@/api/problems'
import type { ModerationCase } from '@/api/types'
import { useMutation } from '@/api/use-mutation'
import { type PlainKey, type Translate, useI18n } from '@/i18n'
import { dayAfter, endOfDay, longDay } from '@/lib/dates'
import { errorAt, fieldId } from '@/lib/pointers'
import { useKept } from '@/lib/use-kept'
import { Button } from '@/ui/button'
import { ErrorSummary, type SummaryEntry } from '@/ui/error-summary'
import { Choice, Fieldset, Select, TextArea, TextField } from '@/ui/field'
import { Refused, useRefusal } from '@/ui/refused'
import { toast } from '@/ui/toast'
import { decideCase, type NewDecision } from '../api'
import { EMPTY, isMeasure, missing, type Typed } from '../form'
import { ReasonPicker } from './reason-picker'
import { SureDialog } from './sure-dialog'

/** What a field is called where all that is wrong is listed. */
const NAMES: Record<string, PlainKey> = { '/title': 'case-title', '/until': 'case-until', '/warn': 'case-person', '/pauseUntil': 'case-pause-until', '/ground': 'case-ground', '/rule': 'case-rule', '/facts': 'case-facts' }

const MISSING: Record<string, PlainKey> = { 'moderation.act': 'case-missing', 'moderation.until': 'case-day-missing', 'moderation.ground': 'case-ground-missing' }

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
  const { t, locale } = useI18n()
  const why = useRefusal()
  const draft = `${owner}/case-${found.id}`
  const { form, write, letGo } = useKept(draft, EMPTY)
  const [lacking, setLacking] = useState<Problem | null>(null)
  /** How often the button was pressed: each time what is wrong takes the focus. */
  const [presses, setPresses] = useState(0)
  const [asking, setAsking] = useState(false)
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
    onError: (error) => {
      if (isProblem(error, 409)) onOvertaken(why(error))
      // What is wrong with a field is mended at the form.
      if (isProblem(error)) setAsking(false)
    },
  })
  const { error } = send
  const refused = isProblem(error) ? error.errors : []
  const faults = lacking ? standing(lacking.errors, form) : refused.filter(({ pointer }) => isUnchanged(pointer, form, send.variables))
  const at = (field: keyof Typed) => errorAt(faults, `/${field}`)
  const wrong = (field: keyof Typed) => ({ id: fieldId(`/${field}`), error: at(field) })
  const { legend, hint, acts } = OF[found.about]
  const measure = isMeasure(form)
  const decide = () => {
    const { act } = form
    if (act !== '') send.mutate({ ...form, act })
  }
  const check = () => {
    if (send.isPending) return
    const now = unfinished(missing(form).map((one) => ({ ...one, detail: t(MISSING[one.code] ?? 'field-empty') })))
    setLacking(now)
    setPresses(presses + 1)
    send.reset()
    if (now) return
    if (measure) setAsking(true)
    else decide()
  }
  const gone = found.about === 'post' && found.post?.withdrawn === true && !found.post.held
  const tomorrow = dayAfter(new Date())
  return (
    <>
      <form
        className="np-stack np-form"
        noValidate
        aria-labelledby="decide-title"
        onSubmit={(event) => {
          event.preventDefault()
          check()
        }}
      >
        <h2 id="decide-title" tabIndex={-1}>
          {t('case-decide-title')}
        </h2>
        {faults.length > 0 ? <ErrorSummary key={presses} entries={faults.map(({ pointer, detail }) => entryOf(t, legend, pointer, detail))} /> : null}
        <div id={fieldId('/act')} tabIndex={-1}>
          <Fieldset legend={t(legend)} error={at('act')}>
            {acts.filter(({ act }) => !gone || act === 'leave').map(({ act, label }) => (
              <Choice key={act} type="radio" name="act" label={t(label)} checked={form.act === act} onChange={() => write({ act })} />
            ))}
          </Fieldset>
        </div>
        {form.act === 'retitle' ? <TextField required {...wrong('title')} label={t('case-title')} hint={t(hint)} maxLength={160} value={form.title} onInput={(event) => write({ title: event.currentTarget.value })} /> : null}
        {form.act === 'hide' ? <TextField required short {...wrong('until')} type="date" label={t('case-until')} min={tomorrow} value={form.until} onInput={(event) => write({ until: event.currentTarget.value })} /> : null}
        <div id={fieldId('/warn')} tabIndex={-1}>
          <Fieldset legend={t('case-person')}>
            <Choice type="checkbox" label={t('case-warn')} error={at('warn')} checked={form.warn} onChange={(event) => write({ warn: event.currentTarget.checked })} />
            {found.about === 'issue' ? null : <Choice type="checkbox" label={t('case-pause')} checked={form.pause} onChange={(event) => write({ pause: event.currentTarget.checked })} />}
          </Fieldset>
        </div>
        {form.pause ? (
          <TextField required short {...wrong('pauseUntil')} type="date" label={t('case-pause-until')} min={tomorrow} value={form.pauseUntil} onInput={(event) => write({ pauseUntil: event.currentTarget.value })} />
        ) : null}
        <Select required={measure} optional={!measure} {...wrong('ground')} label={t('case-ground')} value={form.ground} onChange={(event) => write({ ground: event.currentTarget.value as Typed['ground'] })}>
          <option value="">{t('case-ground-none')}</option>
          <option value="rules">{t('ground-rules')}</option>
          <option value="law">{t('ground-law')}</option>
        </Select>
        <TextField required={measure} optional={!measure} {...wrong('rule')} label={t('case-rule')} hint={t('case-rule-hint')} maxLength={300} value={form.rule} onInput={(event) => write({ rule: event.currentTarget.value })} />
        <ReasonPicker tenant={tenant} text={form.facts} onPick={(facts) => write({ facts })} />
        <TextArea required {...wrong('facts')} label={t('case-facts')} hint={t(form.act === 'leave' && !form.warn && !form.pause ? 'case-facts-hint-stays' : 'case-facts-hint')} rows={6} maxLength={4000} value={form.facts} onInput={(event) => write({ facts: event.currentTarget.value })} />
        {asking || refused.length > 0 || isProblem(error, 409) ? null : <Refused error={error} />}
        <div>
          <Button type="submit" appearance="primary" busy={send.isPending}>
            {t('case-decide')}
          </Button>
        </div>
      </form>
      {asking ? <SureDialog title={t('case-sure-title')} items={itemsOf(t, locale, form, acts)} action={t('case-sure-act')} busy={send.isPending} error={error} onSure={decide} onClose={() => setAsking(false)} /> : null}
    </>
  )
}

const nameOf = (pointer: string) => pointer.slice(1) as keyof Typed

/** What was found to be missing, and still is. */
function standing(found: readonly FieldProblem[], form: Typed): readonly FieldProblem[] {
  const still = missing(form).map(({ pointer }) => pointer)
  return found.filter(({ pointer }) => still.includes(pointer))
}

/** What was changed since it was sent, is no longer at fault. */
const isUnchanged = (pointer: string, form: Typed, sent: Typed | undefined): boolean => !(nameOf(pointer) in form) || form[nameOf(pointer)] === sent?.[nameOf(pointer)]

function entryOf(t: Translate, legend: PlainKey, pointer: string, detail: string): SummaryEntry {
  const name = { ...NAMES, '/act': legend }[pointer]
  return name ? { field: fieldId(pointer), sentence: `${t(name)}: ${detail}` } : { field: null, sentence: detail }
}

/** What is done, one by one. */
function itemsOf(t: Translate, locale: string, form: Typed, acts: Choices): string[] {
  const day = (typed: string) => longDay(locale, endOfDay(typed) ?? typed)
  const more = form.act === 'hide' ? day(form.until) : form.act === 'retitle' ? form.title : ''
  const act = acts.filter((one) => one.act === form.act).map(({ label }) => (more ? `${t(label)}: ${more}` : t(label)))
  return [...act, ...(form.warn ? [t('case-warn')] : []), ...(form.pause ? [`${t('case-pause-until')}: ${day(form.pauseUntil)}`] : [])]
}
