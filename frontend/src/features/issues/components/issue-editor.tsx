import { type ReactNode, useRef, useState } from 'react'
import { renderMarkdown } from '@/api/markdown'
import { type FieldProblem, type Problem, unfinished } from '@/api/problems'
import type { Issue, Term } from '@/api/types'
import { useI18n } from '@/i18n'
import { firstDay } from '@/lib/dates'
import { errorAt, fieldId } from '@/lib/pointers'
import { namesPeople } from '@/lib/regimes'
import { Editor } from '@/ui/editor'
import { ErrorSummary } from '@/ui/error-summary'
import { TextArea, TextField } from '@/ui/field'
import { Conflict } from '@/ui/conflict'
import { Refused } from '@/ui/refused'
import { SaveLine } from '@/ui/save-line'
import { TermChoices } from '@/ui/term-choices'
import { asksOne, differences, fieldsOf, missing, textOf } from '../form'
import { useIssueDraft } from '../use-issue-draft'
import { EditorSteps } from './editor-steps'
import { KeepComposition } from './keep-composition'
import { NEW_ROW, PerspectiveRows } from './perspective-rows'
import { RoomChoices } from './room-choices'
import { TemplateChoice } from './template-choice'
import '../issues.css'

const NAMES = { title: 'issue-title', coreQuestion: 'issue-core-question', whyNow: 'issue-why-now', whyOne: 'issue-why-one', background: 'issue-background', perspectives: 'issue-perspectives', visibility: 'issue-visibility', regime: 'issue-regime', plannedEnd: 'issue-planned-end' } as const

const MISSING: Partial<Record<string, 'issue-perspectives-missing' | 'issue-why-one-missing'>> = {
  'issue.perspectives-missing': 'issue-perspectives-missing',
  'issue.why-one-missing': 'issue-why-one-missing',
}
/** What nobody may have read yet can begin with an example. */
const BEGINS: readonly Issue['state'][] = ['draft', 'proposed', 'declined']

/** What a proposal need not have, and may have wrong. */
const FOLDED = /^\/(background|terms|visibility|regime|plannedEnd)(\/|$)/

interface Props {
  tenant: string
  issue: Issue
  themes: readonly Term[]
  regions: readonly Term[]
  /** What is shown below the title as it is typed. */
  belowTitle?: (title: string) => ReactNode
  /** What belongs to whom one asks, and saves itself. */
  belowWho?: ReactNode
  reload: () => Promise<Issue>
  onSaved: (issue: Issue) => void
  onMoved: (issue: Issue) => void
  onDone: () => void
}

/**
 * The text of an issue. It saves itself; what is missing is asked only when it goes to others. Whoever proposes one is asked
 * for the question and for whom it is; the rest is folded away, and is there for the adviser who takes it over.
 */
export function IssueEditor({ tenant, issue, themes, regions, belowTitle, belowWho, reload, onSaved, onMoved, onDone }: Props) {
  const { t } = useI18n()
  const area = useRef<HTMLTextAreaElement>(null)
  const { fields, state, edit, flush, keepMine, takeTheirs } = useIssueDraft(tenant, issue, reload, onSaved)
  const [refused, setRefused] = useState<Problem | null>(null)
  const problem = state.kind === 'refused' ? state.problem : refused
  const errors: readonly FieldProblem[] = problem?.errors ?? []
  const isRefused = problem !== null && errors.length === 0
  const proposes = !issue.can.manage
  const rows = proposes && fields.perspectives.length === 0 ? [NEW_ROW] : fields.perspectives
  const [more, setMore] = useState(issue.background !== '' || issue.terms.length > 0 || Boolean(issue.plannedEnd))
  const name = (pointer: string) => t(proposes && pointer.startsWith('/perspectives') ? 'issue-proposal-who' : nameOf(pointer))
  const wrong = (pointer: string) => {
    const error = errorAt(errors, pointer)
    return { id: fieldId(pointer), ...(error ? { error } : {}) }
  }
  const save = () => {
    setRefused(null)
    return flush()
  }
  const check = () => {
    const found = unfinished(missing(fields).map((one) => ({ ...one, detail: t(MISSING[one.code] ?? 'field-empty') })))
    setRefused(found)
    return found === null
  }

  const background = (
    <Editor optional id={fieldId('/background')} label={t('issue-background')} {...(namesPeople(fields.regime) ? {} : { hint: t('text-no-names') })} value={fields.background} area={area} error={errorAt(errors, '/background') ?? null} limit={20_000} headings render={renderMarkdown} onWrite={(background) => edit({ background })} />
  )
  const terms = (
    <>
      <TermChoices legend={t('issue-themes')} hint={t('issue-themes-hint')} terms={themes} chosen={fields.terms} onChange={(terms) => edit({ terms })} />
      <TermChoices legend={t('issue-regions')} terms={regions} chosen={fields.terms} onChange={(terms) => edit({ terms })} />
    </>
  )
  const room = (
    <>
      <RoomChoices state={issue.state} fields={fields} onChange={edit} />
      <TextField optional {...wrong('/plannedEnd')} type="date" label={t('issue-planned-end')} hint={t('issue-planned-end-hint')} min={firstDay(new Date(), issue.plannedEnd)} value={fields.plannedEnd} onInput={(event) => edit({ plannedEnd: event.currentTarget.value })} />
    </>
  )

  return (
    <form className="np-stack np-stack--loose np-form" onSubmit={(event) => event.preventDefault()}>
      {errors.length > 0 ? (
        <ErrorSummary bySelf entries={errors.map((error) => ({ field: fieldId(error.pointer), sentence: `${name(error.pointer)}: ${error.detail}` }))} />
      ) : null}
      {state.kind === 'conflict' ? (
        <Conflict
          differences={differences(fields, fieldsOf(state.theirs)).map((name) => ({ name: t(NAMES[name]), theirs: textOf(t, fieldsOf(state.theirs), name), mine: textOf(t, fields, name) }))}
          onMine={keepMine}
          onTheirs={takeTheirs}
        />
      ) : null}
      {BEGINS.includes(issue.state) && !proposes ? <TemplateChoice tenant={tenant} issue={issue} fields={fields} onFill={edit} /> : null}
      <section className="np-stack">
        <h2>{t('issue-part-question')}</h2>
        <TextField required {...wrong('/title')} label={t('issue-title')} hint={t('issue-title-hint')} value={fields.title} maxLength={160} onInput={(event) => edit({ title: event.currentTarget.value })} />
        {belowTitle?.(fields.title)}
        <TextArea required {...wrong('/coreQuestion')} label={t('issue-core-question')} hint={t('issue-core-question-hint')} rows={3} value={fields.coreQuestion} onInput={(event) => edit({ coreQuestion: event.currentTarget.value })} />
        <TextArea required {...wrong('/whyNow')} label={t('issue-why-now')} hint={t('issue-why-now-hint')} rows={4} value={fields.whyNow} onInput={(event) => edit({ whyNow: event.currentTarget.value })} />
        {proposes ? null : background}
      </section>
      <section className="np-stack">
        {proposes ? null : <h2>{t('issue-part-who')}</h2>}
        <PerspectiveRows {...(proposes ? { only: 'names', legend: t('issue-proposal-who'), hint: t('issue-proposal-who-hint') } : {})} rows={rows} errors={errors} onChange={(perspectives) => edit({ perspectives })} />
        {asksOne(fields) ? (
          <TextArea required {...wrong('/whyOne')} label={t('issue-why-one')} hint={t('issue-why-one-hint')} rows={3} maxLength={600} value={fields.whyOne} onInput={(event) => edit({ whyOne: event.currentTarget.value })} />
        ) : null}
        <KeepComposition tenant={tenant} issue={issue.id} before={save} />
        {proposes ? null : terms}
      </section>
      {belowWho}
      {proposes ? (
        <details className="np-fold" open={more || errors.some(({ pointer }) => FOLDED.test(pointer))} onToggle={(event) => setMore(event.currentTarget.open)}>
          <summary>{t('issue-proposal-more')}</summary>
          <div className="np-stack np-stack--loose">
            <p className="np-soft">{t('issue-proposal-more-text')}</p>
            {background}
            {terms}
            {room}
          </div>
        </details>
      ) : (
        <section className="np-stack">
          <h2>{t('issue-part-room')}</h2>
          {room}
        </section>
      )}
      <div className="np-form__end">
        {isRefused ? <Refused error={problem} isOnlyHere /> : null}
        <SaveLine state={state} />
        <EditorSteps tenant={tenant} issue={issue} isRefused={isRefused} before={save} check={check} onMoved={onMoved} onDone={onDone} onRefused={setRefused} />
      </div>
    </form>
  )
}

function nameOf(pointer: string) {
  switch (pointer.split('/')[1]) {
    case 'title':
      return 'issue-title'
    case 'coreQuestion':
      return 'issue-core-question'
    case 'whyNow':
      return 'issue-why-now'
    case 'whyOne':
      return 'issue-why-one'
    case 'background':
      return 'issue-background'
    case 'plannedEnd':
      return 'issue-planned-end'
    case 'perspectives':
      return 'issue-perspectives'
    default:
      return 'issue-themes'
  }
}
