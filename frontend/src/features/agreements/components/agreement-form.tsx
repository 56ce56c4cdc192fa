import { renderMarkdown } from '@/api/markdown'
import { isProblem } from '@/api/problems'
import type { AgreementStanding } from '@/api/types'
import { useMutation } from '@/api/use-mutation'
import { type PlainKey, useI18n } from '@/i18n'
import { dayAfter } from '@/lib/dates'
import { useKept } from '@/lib/use-kept'
import { Button } from '@/ui/button'
import { Editor } from '@/ui/editor'
import { ErrorSummary } from '@/ui/error-summary'
import { Choice, Fieldset, TextField } from '@/ui/field'
import { Refused } from '@/ui/refused'
import { toast } from '@/ui/toast'
import { formOf, putAgreement, type Writing, writingOf } from '../api'
import { RHYTHM, RHYTHMS } from '../words'

interface Props {
  tenant: string
  issue: string
  standing: AgreementStanding
  /** Names what is typed in this browser, where it waits until it is put to everybody. */
  draft: string
  onPut: (standing: AgreementStanding) => void
  /** Somebody else was ahead: what stands there now is fetched, and shown. */
  onChanged: () => Promise<AgreementStanding>
}

const FIELDS: Record<string, { id: string; name: PlainKey }> = {
  '/expectations': { id: 'agreement-expectations', name: 'agreement-expectations' },
  '/tasks': { id: 'agreement-tasks', name: 'agreement-tasks' },
  '/endsAt': { id: 'agreement-ends', name: 'agreement-ends' },
}

/** Writing an agreement. It changes by one act, because it asks everybody once more. */
export function AgreementForm({ tenant, issue, standing, draft, onPut, onChanged }: Props) {
  const { t } = useI18n()
  const now = standing.agreement ?? null
  const { form: writing, write, arrived } = useKept<Writing>(draft, writingOf(now), now?.version ?? 0)
  const put = useMutation({
    mutationFn: (typed: Writing) => putAgreement(tenant, issue, formOf(typed)),
    onSuccess: (put, sent) => {
      const next = writingOf(put.agreement ?? null)
      arrived(sent, next, { version: next.version })
      toast(t('agreement-put-done'))
      onPut(put)
    },
    // Theirs stands above from now on, mine is still here: whoever presses again has read both.
    onError: async (error) => {
      if (!isProblem(error) || error.status !== 409) return
      const theirs = await onChanged().catch(() => null)
      if (theirs) write({ version: theirs.agreement?.version ?? 0 })
    },
  })
  const { error } = put
  const faults = isProblem(error) ? error.errors : []
  const wrong = (pointer: string) => faults.find((one) => one.pointer === pointer)?.detail
  return (
    <section className="np-stack np-form" aria-labelledby="schrijven">
      <h2 id="schrijven">{t(now ? 'agreement-change' : 'agreement-make')}</h2>
      <p>{t(now ? 'agreement-change-text' : 'agreement-make-text')}</p>
      {faults.length > 0 ? <ErrorSummary entries={faults.map(({ pointer, detail }) => ({ field: FIELDS[pointer]?.id ?? 'schrijven', sentence: `${t(FIELDS[pointer]?.name ?? 'agreement-title')}: ${detail}` }))} /> : null}
      <Editor
        required
        id="agreement-expectations"
        label={t('agreement-expectations')}
        hint={t('agreement-expectations-hint')}
        value={writing.expectations}
        error={wrong('/expectations') ?? null}
        limit={5000}
        render={renderMarkdown}
        onWrite={(expectations) => write({ expectations })}
      />
      <Editor optional id="agreement-tasks" label={t('agreement-tasks')} hint={t('agreement-tasks-hint')} value={writing.tasks} error={wrong('/tasks') ?? null} limit={5000} render={renderMarkdown} onWrite={(tasks) => write({ tasks })} />
      <Fieldset legend={t('agreement-rhythm')} hint={t('agreement-rhythm-hint')}>
        {RHYTHMS.map((one) => (
          <Choice key={one} type="radio" name="rhythm" label={t(RHYTHM[one].choice)} checked={writing.rhythm === one} onChange={() => write({ rhythm: one })} />
        ))}
      </Fieldset>
      <TextField optional short id="agreement-ends" type="date" label={t('agreement-ends')} hint={t('agreement-ends-hint')} min={dayAfter(new Date())} error={wrong('/endsAt')} value={writing.endDay} onInput={(event) => write({ endDay: event.currentTarget.value })} />
      {faults.length > 0 ? null : <Refused error={error} />}
      <div>
        <Button appearance="primary" busy={put.isPending} onClick={() => put.mutate(writing)}>
          {t('agreement-put')}
        </Button>
      </div>
    </section>
  )
}
