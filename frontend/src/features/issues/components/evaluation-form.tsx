import { useEffect, useRef, useState } from 'react'
import { Problem } from '@/api/problems'
import type { Evaluation } from '@/api/types'
import { type PlainKey, useI18n } from '@/i18n'
import { dropDraft, keepForm, readForm } from '@/lib/drafts'
import { goToFirstFault } from '@/lib/first-fault'
import { fieldId } from '@/lib/pointers'
import { Button } from '@/ui/button'
import { ErrorSummary } from '@/ui/error-summary'
import { Choice, Fieldset, TextArea } from '@/ui/field'
import { Refused } from '@/ui/refused'
import { evaluate, formOf, NOTHING, type Writing } from '../evaluation-api'
import { ADVICE, QUESTION } from '../words'

interface Props {
  tenant: string
  issue: string
  own: Evaluation | null
  /** Names what is typed in this browser, where it waits until it is sent. */
  draft: string
  onGiven: (given: Evaluation) => void
}

const NAMES: Record<string, PlainKey> = { '/questionNote': 'evaluation-question-note', '/missing': 'evaluation-missing', '/adviceNote': 'evaluation-advice-note', '/question': 'evaluation-question', '/advice': 'evaluation-advice' }

/** Three questions to the first circle: whether the question is right, who is missing, and what is advised. */
export function EvaluationForm({ tenant, issue, own, draft, onGiven }: Props) {
  const { t } = useI18n()
  const [before] = useState<Writing>(own ?? NOTHING)
  const [writing, setWriting] = useState(before)
  const latest = useRef(writing)
  latest.current = writing
  const [busy, setBusy] = useState(false)
  const [faults, setFaults] = useState<Record<string, string>>({})
  const [rest, setRest] = useState<unknown>(null)
  useEffect(() => {
    void readForm(draft, NOTHING).then((kept) => kept && setWriting((typed) => (typed === before ? kept : typed)))
  }, [draft, before])
  const write = (change: Partial<Writing>) => {
    const next = { ...writing, ...change }
    setWriting(next)
    // What is answered is wrong no more.
    setFaults((now) => Object.fromEntries(Object.entries(now).filter(([pointer]) => !(pointer.slice(1) in change))))
    void keepForm(draft, next)
  }
  const send = async () => {
    setRest(null)
    const form = formOf(writing)
    if (form === null) {
      setFaults({ ...(writing.question ? {} : { '/question': t('evaluation-choose') }), ...(writing.advice ? {} : { '/advice': t('evaluation-choose') }) })
      goToFirstFault()
      return
    }
    setBusy(true)
    setFaults({})
    try {
      const given = await evaluate(tenant, issue, form)
      // What was typed on while the answer was on its way is there again.
      if (latest.current === writing) await dropDraft(draft)
      onGiven(given)
    } catch (error) {
      const problem = error instanceof Problem ? error : null
      setFaults(Object.fromEntries((problem?.errors ?? []).map(({ pointer, detail }) => [pointer, detail])))
      setRest(problem && problem.errors.length > 0 ? null : error)
    } finally {
      setBusy(false)
    }
  }
  const doubts = writing.advice !== null && writing.advice !== 'widen'
  const wrong = (pointer: string) => ({ id: fieldId(pointer), ...(faults[pointer] ? { error: faults[pointer] } : {}) })
  return (
    <form
      className="np-stack np-form"
      onSubmit={(event) => {
        event.preventDefault()
        void send()
      }}
    >
      {Object.keys(faults).length > 0 ? (
        <ErrorSummary entries={Object.entries(faults).map(([pointer, detail]) => ({ field: fieldId(pointer), sentence: `${t(NAMES[pointer] ?? 'evaluation-title')}: ${detail}` }))} />
      ) : null}
      <div id={fieldId('/question')} tabIndex={-1}>
        <Fieldset legend={t('evaluation-question')} error={faults['/question']}>
          {(['right', 'different'] as const).map((one) => (
            <Choice key={one} type="radio" name="question" label={t(QUESTION[one])} checked={writing.question === one} onChange={() => write({ question: one })} />
          ))}
        </Fieldset>
      </div>
      <TextArea required={writing.question === 'different'} optional={writing.question === 'right'} {...wrong('/questionNote')} label={t('evaluation-question-note')} hint={t('evaluation-question-note-hint')} rows={3} value={writing.questionNote} onInput={(event) => write({ questionNote: event.currentTarget.value })} />
      <TextArea optional {...wrong('/missing')} label={t('evaluation-missing')} hint={t('evaluation-missing-hint')} rows={3} value={writing.missing} onInput={(event) => write({ missing: event.currentTarget.value })} />
      <div id={fieldId('/advice')} tabIndex={-1}>
        <Fieldset legend={t('evaluation-advice')} error={faults['/advice']}>
          {(['widen', 'adjust', 'stop'] as const).map((one) => (
            <Choice key={one} type="radio" name="advice" label={t(ADVICE[one])} checked={writing.advice === one} onChange={() => write({ advice: one })} />
          ))}
        </Fieldset>
      </div>
      <TextArea required={doubts} optional={writing.advice === 'widen'} {...wrong('/adviceNote')} label={t('evaluation-advice-note')} hint={t('evaluation-advice-note-hint')} rows={3} value={writing.adviceNote} onInput={(event) => write({ adviceNote: event.currentTarget.value })} />
      <Refused error={rest} />
      <div>
        <Button type="submit" appearance="primary" busy={busy}>
          {t(own ? 'evaluation-send-again' : 'evaluation-send')}
        </Button>
      </div>
    </form>
  )
}
