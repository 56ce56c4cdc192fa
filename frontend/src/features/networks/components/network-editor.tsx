import { type ReactNode, useCallback, useRef, useState } from 'react'
import { renderMarkdown } from '@/api/markdown'
import { type FieldProblem, placing, type Problem, unfinished } from '@/api/problems'
import type { Network, NetworkKind, Term, Visibility } from '@/api/types'
import { useAutosave } from '@/api/use-autosave'
import { useI18n } from '@/i18n'
import { announce } from '@/lib/announcer'
import { firstDay } from '@/lib/dates'
import { errorAt, fieldId } from '@/lib/pointers'
import { onScreen } from '@/lib/rows'
import { Button } from '@/ui/button'
import { Conflict } from '@/ui/conflict'
import { Editor } from '@/ui/editor'
import { ErrorSummary } from '@/ui/error-summary'
import { Choice, Fieldset, TextArea, TextField } from '@/ui/field'
import { Refused } from '@/ui/refused'
import { SaveLine } from '@/ui/save-line'
import { TermChoices } from '@/ui/term-choices'
import { changeNetwork } from '../api'
import { beginningWith, differences, type Fields, fieldsOf, formOf, missing, NAMES, nameOf, ownPointer, withIds, textOf } from '../form'
import { KIND, KINDS, PURPOSES, READERS, RULES } from '../words'

interface Props {
  tenant: string
  network: Network
  themes: readonly Term[]
  regions: readonly Term[]
  /** Whom it looks for; the errors are those of the rows. */
  vacancies: (rows: Fields['vacancies'], errors: readonly FieldProblem[], onChange: (rows: Fields['vacancies']) => void) => ReactNode
  /** How writing ends; `before` saves first, `check` says what is missing. */
  steps: (ends: { isRefused: boolean; before: () => Promise<boolean>; check: () => boolean; onRefused: (problem: Problem) => void }) => ReactNode
  reload: () => Promise<Network>
  onSaved: (network: Network) => void
}

type Versioned = Network & { version: number }
const versioned = (network: Network): Versioned => ({ ...network, version: network.room.version })

/** The charter of a network. It saves itself; what is missing is asked only when it goes to others. */
export function NetworkEditor({ tenant, network, themes, regions, vacancies, steps, reload, onSaved }: Props) {
  const { t } = useI18n()
  const save = useCallback(
    (fields: Fields, version: number) =>
      changeNetwork(tenant, network.id, formOf(fields), version)
        .then(versioned)
        .catch(placing((pointer) => onScreen(ownPointer(pointer), 'vacancies', fields.vacancies))),
    [tenant, network.id],
  )
  const again = useCallback(() => reload().then(versioned), [reload])
  const { fields, state, edit, flush, keepMine, takeTheirs } = useAutosave(versioned(network), { key: `network:${network.id}`, fieldsOf, save, reload: again, onSaved, settle: withIds })
  const [refused, setRefused] = useState<Problem | null>(null)
  const problem = state.kind === 'refused' ? state.problem : refused
  const errors = (problem?.errors ?? []).map((error) => ({ ...error, pointer: ownPointer(error.pointer) }))
  const isRefused = problem !== null && errors.length === 0
  const before = () => {
    setRefused(null)
    return flush()
  }
  const check = () => {
    const found = unfinished(missing(fields).map((one) => ({ ...one, detail: t('field-empty') })))
    setRefused(found)
    return found === null
  }
  return (
    <form className="np-stack np-stack--loose np-form" onSubmit={(event) => event.preventDefault()}>
      {errors.length > 0 ? <ErrorSummary bySelf entries={errors.map((error) => ({ field: fieldId(error.pointer), sentence: `${t(nameOf(error.pointer))}: ${error.detail}` }))} /> : null}
      {state.kind === 'conflict' ? (
        <Conflict
          differences={differences(fields, fieldsOf(state.theirs)).map((name) => ({ name: t(NAMES[name]), theirs: textOf(t, fieldsOf(state.theirs), name), mine: textOf(t, fields, name) }))}
          onMine={keepMine}
          onTheirs={takeTheirs}
        />
      ) : null}
      <CharterFields fields={fields} errors={errors} edit={edit} isDraft={network.room.state === 'draft'} />
      <section className="np-stack">
        <h2>{t('issue-part-who')}</h2>
        <TextField
          optional
          short
          {...wrongAt(errors, '/targetSize')}
          label={t('network-target-size')}
          hint={t('network-target-size-hint')}
          inputMode="numeric"
          value={fields.targetSize}
          onInput={(event) => edit({ targetSize: event.currentTarget.value })}
        />
        {vacancies(fields.vacancies, errors, (rows) => edit({ vacancies: rows }))}
        <TermChoices legend={t('issue-themes')} terms={themes} chosen={fields.terms} onChange={(terms) => edit({ terms })} />
        <TermChoices legend={t('issue-regions')} terms={regions} chosen={fields.terms} onChange={(terms) => edit({ terms })} />
      </section>
      <section className="np-stack">
        <h2>{t('network-visibility')}</h2>
        <Readers isDraft={network.room.state === 'draft'} chosen={fields.visibility} onChange={(visibility) => edit({ visibility })} />
        {fields.kind === 'session' ? (
          <TextField optional {...wrongAt(errors, '/plannedEnd')} type="date" label={t('issue-planned-end')} hint={t('issue-planned-end-hint')} min={firstDay(new Date(), network.room.plannedEnd)} value={fields.plannedEnd} onInput={(event) => edit({ plannedEnd: event.currentTarget.value })} />
        ) : null}
      </section>
      <div className="np-form__end">
        {isRefused ? <Refused error={problem} isOnlyHere /> : null}
        <SaveLine state={state} />
        {steps({ isRefused, before, check, onRefused: setRefused })}
      </div>
    </form>
  )
}

const wrongAt = (errors: readonly FieldProblem[], pointer: string) => {
  const error = errorAt(errors, pointer)
  return { id: fieldId(pointer), ...(error ? { error } : {}) }
}

interface FieldsProps {
  /** Of what others agreed with the rules are no part of the text any more. */
  isDraft: boolean
  fields: Fields
  errors: readonly FieldProblem[]
  edit: (changes: Partial<Fields>) => void
}

function CharterFields({ isDraft, fields, errors, edit }: FieldsProps) {
  const { t } = useI18n()
  const about = useRef<HTMLTextAreaElement>(null)
  return (
    <section className="np-stack">
      <h2>{t('network-charter')}</h2>
      {isDraft ? (
        <Fieldset legend={t('network-kind')}>
          {KINDS.map((kind: NetworkKind) => (
            <Choice key={kind} type="radio" name="kind" label={t(KIND[kind].key)} hint={t(KIND[kind].hint)} checked={fields.kind === kind} onChange={() => edit({ kind })} />
          ))}
        </Fieldset>
      ) : null}
      {isDraft ? <FirstTexts fields={fields} edit={edit} /> : null}
      <TextField required {...wrongAt(errors, '/name')} label={t('network-name')} value={fields.name} maxLength={160} onInput={(event) => edit({ name: event.currentTarget.value })} />
      <TextArea required {...wrongAt(errors, '/purpose')} label={t('network-purpose')} hint={t('network-purpose-hint')} rows={3} value={fields.purpose} onInput={(event) => edit({ purpose: event.currentTarget.value })} />
      <TextArea optional {...wrongAt(errors, '/mandate')} label={t('network-mandate')} hint={t('network-mandate-hint')} rows={3} value={fields.mandate} onInput={(event) => edit({ mandate: event.currentTarget.value })} />
      <Editor optional id={fieldId('/about')} label={t('network-about')} value={fields.about} area={about} error={errorAt(errors, '/about') ?? null} render={renderMarkdown} onWrite={(text) => edit({ about: text })} />
      {isDraft ? <RulesField fields={fields} errors={errors} edit={edit} /> : null}
    </section>
  )
}

/** A first text for this kind of network, where nothing was typed. */
function FirstTexts({ fields, edit }: Pick<FieldsProps, 'fields' | 'edit'>) {
  const { t } = useI18n()
  const of = (kind: NetworkKind) => ({ purpose: t(PURPOSES[kind]), houseRules: t(RULES[kind]) })
  const changes = beginningWith(fields, of(fields.kind), KINDS.map(of))
  if (Object.keys(changes).length === 0) return null
  return (
    <div className="np-stack np-stack--tight">
      <p className="np-soft np-small">{t('network-first-hint')}</p>
      <div>
        <Button
          appearance="secondary"
          onClick={() => {
            edit(changes)
            announce(t('network-first-done'))
          }}
        >
          {t('network-first-use')}
        </Button>
      </div>
    </div>
  )
}

function RulesField({ fields, errors, edit }: Omit<FieldsProps, 'isDraft'>) {
  const { t } = useI18n()
  const rules = useRef<HTMLTextAreaElement>(null)
  return (
    <>
      <Editor optional id={fieldId('/houseRules')} label={t('network-house-rules')} value={fields.houseRules} area={rules} error={errorAt(errors, '/houseRules') ?? null} render={renderMarkdown} onWrite={(houseRules) => edit({ houseRules })} />
      <p className="np-soft np-small">{t('network-house-rules-hint')}</p>
      {fields.houseRules.trim() === '' ? (
        <div>
          <Button appearance="secondary" onClick={() => edit({ houseRules: t(RULES[fields.kind]) })}>
            {t('network-rules-begin')}
          </Button>
        </div>
      ) : null}
    </>
  )
}

/** What was promised to those who came in does not change any more. */
function Readers({ isDraft, chosen, onChange }: { isDraft: boolean; chosen: Visibility; onChange: (visibility: Visibility) => void }) {
  const { t } = useI18n()
  if (!isDraft) return <p>{t(READERS[chosen].said)}</p>
  return (
    <Fieldset legend={t('network-visibility-legend')} hint={t('network-visibility-hint')}>
      {(Object.keys(READERS) as Visibility[]).map((visibility) => (
        <Choice key={visibility} type="radio" name="visibility" label={t(READERS[visibility].key)} hint={t(READERS[visibility].said)} checked={chosen === visibility} onChange={() => onChange(visibility)} />
      ))}
    </Fieldset>
  )
}
