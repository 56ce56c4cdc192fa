import { useEffect, useRef, useState } from 'react'
import { isProblem } from '@/api/problems'
import { useMutation } from '@/api/use-mutation'
import { useI18n } from '@/i18n'
import { Button } from '@/ui/button'
import { Choice, TextField } from '@/ui/field'
import { Refused } from '@/ui/refused'
import { setPassword } from '../api'
import { StrengthMeter } from './strength-meter'

interface Props {
  /** There is one already. */
  has: boolean
  onSet: () => void
  onCancel: () => void
}

export function PasswordForm({ has, onSet, onCancel }: Props) {
  const { t } = useI18n()
  const [current, setCurrent] = useState('')
  const [wanted, setWanted] = useState('')
  const [shown, setShown] = useState(false)
  const form = useRef<HTMLFormElement>(null)
  // The button that opened it is gone.
  useEffect(() => form.current?.querySelector('input')?.focus(), [])
  const save = useMutation({ mutationFn: () => setPassword(current || null, wanted), onSuccess: onSet })
  const field = (pointer: string) => (isProblem(save.error) ? save.error.errors.find((error) => error.pointer === pointer)?.detail : undefined)
  const type = shown ? 'text' : 'password'
  return (
    <form
      ref={form}
      className="np-stack np-sheet"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        if (!save.isPending) save.mutate()
      }}
    >
      {has ? (
        <TextField
          type={type}
          autoComplete="current-password"
          label={t('password-current')}
          hint={t('password-current-hint')}
          error={field('/current')}
          value={current}
          onInput={(event) => setCurrent(event.currentTarget.value)}
        />
      ) : null}
      <TextField required type={type} autoComplete="new-password" label={t('password-new')} hint={t('password-new-hint')} error={field('/new')} value={wanted} onInput={(event) => setWanted(event.currentTarget.value)} />
      <StrengthMeter password={wanted} />
      <Choice type="checkbox" label={t('password-show')} checked={shown} onChange={(event) => setShown(event.currentTarget.checked)} />
      <p className="np-soft np-small">{t('password-elsewhere')}</p>
      <Refused error={save.error} fields={['/new', '/current']} />
      <div className="np-row">
        <Button type="submit" appearance="primary" busy={save.isPending}>
          {t('password-save')}
        </Button>
        <Button onClick={onCancel}>{t('action-cancel')}</Button>
      </div>
    </form>
  )
}
