import { useState } from 'react'
import { isProblem } from '@/api/problems'
import type { ModerationCase } from '@/api/types'
import { useMutation } from '@/api/use-mutation'
import { useI18n } from '@/i18n'
import { goToFirstFault } from '@/lib/first-fault'
import { useKept } from '@/lib/use-kept'
import { Button } from '@/ui/button'
import { Choice, Fieldset, TextArea } from '@/ui/field'
import { Refused, useRefusal } from '@/ui/refused'
import { toast } from '@/ui/toast'
import { answerAppeal } from '../api'
import { SIDE } from '../words'
import { ReasonPicker } from './reason-picker'

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
  const [missing, setMissing] = useState(false)
  const send = useMutation({
    mutationFn: () => answerAppeal(tenant, found.id, { appeal: appeal.id, granted: form.granted === 'yes', facts: form.facts }),
    onSuccess: (now) => {
      letGo(EMPTY)
      toast(t('case-answered'))
      onDone(now)
    },
    onError: (error) => (isProblem(error, 409) ? onOvertaken(why(error)) : undefined),
  })
  const yes = appeal.side === 'reporter' ? 'case-granted-yes-reporter' : YES[found.about]
  const { error } = send
  const wrong = isProblem(error) ? error.errors[0]?.detail : undefined
  return (
    <form
      className="np-stack np-form"
      noValidate
      aria-labelledby="answer-title"
      onSubmit={(event) => {
        event.preventDefault()
        setMissing(form.granted === '')
        if (form.granted === '') goToFirstFault()
        if (form.granted !== '' && !send.isPending) send.mutate()
      }}
    >
      <h2 id="answer-title" tabIndex={-1}>
        {t('case-answer-title')}
      </h2>
      <p className="np-soft">{t(SIDE[appeal.side])}</p>
      {wrong || isProblem(error, 409) ? null : <Refused error={error} />}
      <Fieldset legend={t('case-granted')} error={missing && form.granted === '' ? t('case-missing') : undefined}>
        <Choice type="radio" name="granted" label={t(yes)} checked={form.granted === 'yes'} onChange={() => write({ granted: 'yes' })} />
        <Choice type="radio" name="granted" label={t('case-granted-no')} checked={form.granted === 'no'} onChange={() => write({ granted: 'no' })} />
      </Fieldset>
      <ReasonPicker tenant={tenant} text={form.facts} onPick={(facts) => write({ facts })} />
      <TextArea required label={t('case-facts')} error={wrong} rows={5} maxLength={4000} value={form.facts} onInput={(event) => write({ facts: event.currentTarget.value })} />
      <div>
        <Button type="submit" appearance="primary" busy={send.isPending}>
          {t('case-answer')}
        </Button>
      </div>
    </form>
  )
}
