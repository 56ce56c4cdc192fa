import { useCallback, useState } from 'react'
import { type FieldProblem, placing, Problem, unfinished } from '@/api/problems'
import type { ThreadItem } from '@/api/types'
import { useAutosave } from '@/api/use-autosave'
import { useI18n } from '@/i18n'
import { dayAfter } from '@/lib/dates'
import { Button } from '@/ui/button'
import { Conflict } from '@/ui/conflict'
import { Editor } from '@/ui/editor'
import { ErrorSummary } from '@/ui/error-summary'
import { TextField } from '@/ui/field'
import { Refused } from '@/ui/refused'
import { SaveLine } from '@/ui/save-line'
import { type Outcome, publishOutcome, saveOutcome } from '../api'
import { asksConsent, differences, type Fields, fieldsOf, formOf, keyed, missing, placeOf, sentences, standing } from '../form'
import { KINDS, MISSING } from '../words'
import { OutcomeText } from './outcome-text'
import { PublishDialog, type Reach } from './publish-dialog'
import { StatementGroup } from './statement-group'
import '../outcome-editor.css'
import '../outcomes.css'

interface Props {
  tenant: string
  issue: string
  outcome: Outcome
  threads: readonly ThreadItem[]
  reach: Reach
  reload: () => Promise<Outcome>
  onSaved: (outcome: Outcome) => void
  onPublished: (outcome: Outcome) => void
}

/** Tells what came of an issue. It saves itself; what is missing is asked only when it goes to others. */
export function OutcomeEditor({ tenant, issue, outcome, threads, reach, reload, onSaved, onPublished }: Props) {
  const { t, locale } = useI18n()
  const read = useCallback((view: Outcome) => fieldsOf(view, locale), [locale])
  /** What was refused. */
  const [checked, setChecked] = useState<Fields | null>(null)
  const save = useCallback(
    (fields: Fields, version: number) =>
      saveOutcome(tenant, issue, formOf(fields), version).catch((error: unknown) => {
        setChecked(fields)
        return placing((pointer) => keyed(pointer, fields))(error)
      }),
    [tenant, issue],
  )
  const { fields, version, state, edit, flush, keepMine, takeTheirs, collide } = useAutosave(outcome, { key: `outcome:${issue}`, fieldsOf: read, save, reload, onSaved })
  const [view, setView] = useState<'writing' | 'reading' | 'publishing'>('writing')
  const [refused, setRefused] = useState<Problem | null>(null)
  const problem = state.kind === 'refused' ? state.problem : refused
  const errors = standing(problem?.errors ?? [], fields, checked ?? fields)

  const preview = async () => {
    setRefused(null)
    if (await flush()) setView('reading')
  }
  /** What is missing is said first: only what can happen is asked to be confirmed. */
  const publish = async () => {
    setRefused(null)
    if (!(await flush())) return
    const found = unfinished(missing(fields, dayAfter(new Date())).map((one) => ({ ...one, pointer: keyed(one.pointer, fields), detail: t(MISSING[one.code] ?? 'field-empty') })))
    setRefused(found)
    setChecked(fields)
    setView(found ? 'writing' : 'publishing')
  }
  const back = (said: Problem | null) => {
    for (const one of said?.errors ?? []) one.pointer = keyed(one.pointer, fields)
    setRefused(said)
    setChecked(fields)
    setView('writing')
  }

  return (
    <form className="np-stack np-stack--loose np-form" onSubmit={(event) => event.preventDefault()}>
      <Trouble problem={problem} errors={errors} fields={fields} />
      {state.kind === 'conflict' ? (
        <Conflict differences={differences(fields, read(state.theirs)).map(({ name, mine, theirs }) => ({ name: t(name), mine, theirs }))} onMine={keepMine} onTheirs={takeTheirs} />
      ) : null}
      {view === 'reading' && outcome.draft ? (
        <section className="np-sheet np-stack np-outcome" aria-label={t('editor-preview')}>
          <h2 dir="auto">{outcome.draft.title || t('outcome-title')}</h2>
          <OutcomeText tenant={tenant} edition={outcome.draft} />
        </section>
      ) : (
        <Writing tenant={tenant} threads={threads} fields={fields} errors={errors} edit={edit} />
      )}
      <div className="np-form__end">
        <SaveLine state={state} />
        <div className="np-row">
          <Button onClick={() => (view === 'reading' ? setView('writing') : void preview())}>{t(view === 'reading' ? 'editor-write' : 'editor-preview')}</Button>
          <Button appearance="primary" onClick={() => void publish()}>
            {t(reach.isClosed ? 'outcome-publish-again' : 'outcome-publish')}
          </Button>
        </div>
      </div>
      {view === 'publishing' ? (
        <Publishing tenant={tenant} issue={issue} version={version} reach={reach} asksConsent={asksConsent(fields)} onPublished={onPublished} onStale={collide} onBack={back} />
      ) : null}
    </form>
  )
}

/** What is wrong: at the top with links, and without a field as a sentence. */
function Trouble(props: { problem: Problem | null; errors: readonly FieldProblem[]; fields: Fields }) {
  const { t } = useI18n()
  const { problem, errors } = props
  if (!problem) return null
  if (problem.errors.length === 0) return <Refused error={problem} isOnlyHere />
  return errors.length === 0 ? null : (
    <ErrorSummary
      bySelf
     
      entries={errors.map((error) => {
        const place = placeOf(error, props.fields)
        return { field: place?.field ?? null, sentence: place ? `${t(place.name)}: ${error.detail}` : error.detail }
      })}
    />
  )
}

function Writing(props: { tenant: string; threads: readonly ThreadItem[]; fields: Fields; errors: readonly FieldProblem[]; edit: (changes: Partial<Fields>) => void }) {
  const { t } = useI18n()
  const { fields, edit } = props
  const errors = sentences(props.errors, fields)
  const wiring = (id: string) => {
    const error = errors.get(id)
    return { id, ...(error ? { error } : {}) }
  }
  return (
    <>
      <section className="np-stack">
        <TextField optional {...wiring('outcome-title')} label={t('outcome-title-label')} hint={t('outcome-title-hint')} value={fields.title} maxLength={160} onInput={(event) => edit({ title: event.currentTarget.value })} />
        <Editor optional id="outcome-intro" error={errors.get('outcome-intro') ?? null} label={t('outcome-intro-label')} hint={t('outcome-intro-hint')} rows={3} limit={4_000} value={fields.intro} onWrite={(intro) => edit({ intro })} />
      </section>
      {KINDS.map((kind) => (
        <StatementGroup key={kind} tenant={props.tenant} kind={kind} threads={props.threads} errors={errors} rows={fields.rows[kind]} onChange={(rows) => edit({ rows: { ...fields.rows, [kind]: rows } })} />
      ))}
      <TextField
        required
        {...wiring('outcome-review')}
        type="date"
        short
        label={t('outcome-review-label')}
        hint={t('outcome-review-hint')}
        min={dayAfter(new Date())}
        value={fields.reviewAt}
        onInput={(event) => edit({ reviewAt: event.currentTarget.value })}
      />
    </>
  )
}

interface PublishingProps {
  tenant: string
  issue: string
  version: number
  reach: Reach
  asksConsent: boolean
  onPublished: (outcome: Outcome) => void
  onStale: () => Promise<void>
  onBack: (said: Problem | null) => void
}

function Publishing(props: PublishingProps) {
  const [busy, setBusy] = useState(false)
  const [fault, setFault] = useState<unknown>(null)
  const publish = async (quotingAgreed: boolean) => {
    setBusy(true)
    setFault(null)
    try {
      props.onPublished(await publishOutcome(props.tenant, props.issue, props.version, quotingAgreed))
    } catch (error) {
      setBusy(false)
      if (!(error instanceof Problem)) setFault(error)
      else if (error.status === 412) {
        await props.onStale()
        props.onBack(null)
      } else props.onBack(error)
    }
  }
  return <PublishDialog reach={props.reach} asksConsent={props.asksConsent} busy={busy} fault={fault} onClose={() => props.onBack(null)} onPublish={(agreed) => void publish(agreed)} />
}
