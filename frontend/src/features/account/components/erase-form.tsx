import { useEffect, useState } from 'react'
import type { Erasure, ErasureTexts } from '@/api/types'
import { useMutation } from '@/api/use-mutation'
import { useI18n } from '@/i18n'
import { Button } from '@/ui/button'
import { Choice, Fieldset, TextField } from '@/ui/field'
import { Refused } from '@/ui/refused'
import { useRefusal } from '@/ui/refused'
import { toast } from '@/ui/toast'
import { askErasure, sendErasureCode } from '../erasure-api'

/** What becomes of my texts, and a code from the mail: a session that was left open erases nobody. */
export function EraseForm({ address, onAsked }: { address: string; onAsked: (now: Erasure) => void }) {
  const { t } = useI18n()
  const why = useRefusal()
  const [texts, setTexts] = useState<ErasureTexts>('stay')
  const [code, setCode] = useState('')
  const [sent, setSent] = useState(0)
  useEffect(() => {
    if (sent > 0) document.getElementById('erase-code')?.focus()
  }, [sent])
  const send = useMutation({
    mutationFn: sendErasureCode,
    onSuccess: () => {
      ask.reset()
      toast(t('erase-code-sent', { address }))
      setSent((times) => times + 1)
    },
  })
  const ask = useMutation({ mutationFn: () => askErasure(texts, code), onSuccess: onAsked })
  const fault = ask.error ? why(ask.error) : undefined
  return (
    <form
      className="np-stack np-form"
      noValidate
      aria-labelledby="erase-ask"
      onSubmit={(event) => {
        event.preventDefault()
        if (!ask.isPending) ask.mutate()
      }}
    >
      <h2 id="erase-ask">{t('erase-ask-title')}</h2>
      <Fieldset legend={t('erase-texts')}>
        <Choice type="radio" name="texts" label={t('erase-texts-stay')} hint={t('erase-texts-stay-hint')} checked={texts === 'stay'} onChange={() => setTexts('stay')} />
        <Choice type="radio" name="texts" label={t('erase-texts-go')} hint={t('erase-texts-go-hint')} checked={texts === 'go'} onChange={() => setTexts('go')} />
      </Fieldset>
      <Refused error={send.error} />
      <p>{t('erase-code-why')}</p>
      <div>
        <Button appearance={sent > 0 ? 'subtle' : 'primary'} busy={send.isPending} onClick={() => send.mutate()}>
          {t(sent > 0 ? 'erase-code-again' : 'erase-code-send')}
        </Button>
      </div>
      {sent > 0 ? (
        <>
          <TextField
            required
            short
            id="erase-code"
            inputMode="numeric"
            autoComplete="one-time-code"
            maxLength={12}
            label={t('erase-code')}
            hint={t('erase-code-hint', { address })}
            error={fault}
            value={code}
            onInput={(event) => setCode(event.currentTarget.value)}
          />
          <div>
            <Button type="submit" appearance="primary" danger busy={ask.isPending}>
              {t('erase-ask')}
            </Button>
          </div>
        </>
      ) : null}
    </form>
  )
}
