import { useState } from 'react'
import { isProblem } from '@/api/problems'
import type { ModerationCase } from '@/api/types'
import { useMutation } from '@/api/use-mutation'
import { useI18n } from '@/i18n'
import { fieldId } from '@/lib/pointers'
import { useKept } from '@/lib/use-kept'
import { Button } from '@/ui/button'
import { ErrorSummary } from '@/ui/error-summary'
import { Choice, Fieldset, TextArea } from '@/ui/field'
import { Refused, useRefusal } from '@/ui/refused'
import { toast } from '@/ui/toast'
import { answerAppeal } from '../api'
import { SIDE } from '../words'
import { ReasonPicker } from './reason-picker'
import { SureDialog } from './sure-dialog'

interface Typed {
  granted: '' | 'yes' | 'no'
  facts: string
}

const EMPTY: Typed = { granted: '', facts: '' }

interface Props {
  tenant: string
  found: ModerationCase
  appeal: ModerationCase['appeals'][number]
  owner: string
  onDone: (now: ModerationCase) => void
  /** Somebody else has it in hand, or was ahead: what is typed waits. */
  onOvertaken: (why: string) => void
}

const YES = { post: 'case-granted-yes-author', title: 'case-granted-yes-title', issue: 'case-granted-yes-issue' } as const

/** The answer of somebody else than who decided. */
export function AnswerForm({ tenant, found, appeal, owner, onDone, onOvertaken }: Props) {
  const { t } = useI18n()
  const why = useRefusal()
  const draft = `${owner}/appeal-answer-${appeal.id}`
  const { form, write, letGo } = useKept(draft, EMPTY)
  /** Pressed while something lacked, and how often: each time what is wrong takes the focus. */
  const [presses, setPresses] = useState(0)
  const [asking, setAsking] = useState(false)
  const send = useMutation({
    mutationFn: () => answerAppeal(tenant, found.id, { appeal: appeal.id, granted: form.granted === 'yes', facts: form.facts }),
    onSuccess: (now) => {
      letGo(EMPTY)
      toast(t('case-answered'))
      onDone(now)
    },
    onError: (error) => {
      if (isProblem(error, 409)) onOvertaken(why(error))
      // What is wrong with the words is mended at the form.
      if (isProblem(error)) setAsking(false)
    },
  })
  const yes = appeal.side === 'reporter' ? 'case-granted-yes-reporter' : YES[found.about]
  const { error } = send
  const refused = isProblem(error) ? error.errors[0]?.detail : undefined
  const choice = presses > 0 && form.granted === '' ? t('case-missing') : undefined
  const words = presses > 0 && form.facts.trim() === '' ? t('field-empty') : refused
  const check = () => {
    if (send.isPending) return
    setPresses(presses + 1)
    send.reset()
    setAsking(form.granted !== '' && form.facts.trim() !== '')
  }
  const entries = [
    ...(choice ? [{ field: fieldId('/granted'), sentence: `${t('case-granted')}: ${choice}` }] : []),
    ...(words ? [{ field: fieldId('/facts'), sentence: `${t('case-facts')}: ${words}` }] : []),
  ]
  return (
    <>
      <form
        className="np-stack np-form"
        noValidate
        aria-labelledby="answer-title"
        onSubmit={(event) => {
          event.preventDefault()
          check()
        }}
      >
        <h2 id="answer-title" tabIndex={-1}>
          {t('case-answer-title')}
        </h2>
        <p className="np-soft">{t(SIDE[appeal.side])}</p>
        {entries.length > 0 ? <ErrorSummary key={presses} entries={entries} /> : null}
        <div id={fieldId('/granted')} tabIndex={-1}>
          <Fieldset legend={t('case-granted')} error={choice}>
            <Choice type="radio" name="granted" label={t(yes)} checked={form.granted === 'yes'} onChange={() => write({ granted: 'yes' })} />
            <Choice type="radio" name="granted" label={t('case-granted-no')} checked={form.granted === 'no'} onChange={() => write({ granted: 'no' })} />
          </Fieldset>
        </div>
        <ReasonPicker tenant={tenant} text={form.facts} onPick={(facts) => write({ facts })} />
        <TextArea required id={fieldId('/facts')} label={t('case-facts')} error={words} rows={5} maxLength={4000} value={form.facts} onInput={(event) => write({ facts: event.currentTarget.value })} />
        {asking || refused || isProblem(error, 409) ? null : <Refused error={error} />}
        <div>
          <Button type="submit" appearance="primary" busy={send.isPending}>
            {t('case-answer')}
          </Button>
        </div>
      </form>
      {asking ? <SureDialog title={t('case-sure-answer-title')} items={[t(form.granted === 'yes' ? yes : 'case-granted-no')]} action={t('case-sure-answer-act')} busy={send.isPending} error={error} onSure={() => send.mutate()} onClose={() => setAsking(false)} /> : null}
    </>
  )
}
