import { useState } from 'react'
import { useI18n } from '@/i18n'
import { Button } from '@/ui/button'
import { ConfirmButton } from '@/ui/confirm'
import { toast } from '@/ui/toast'
import { removePassword } from '../api'
import { PasswordForm } from './password-form'

/** A password, for who wants one. */
export function Password(props: { has: boolean; onChanged: () => void }) {
  const { t } = useI18n()
  const [open, setOpen] = useState(false)
  const changed = (sentence: string) => {
    toast(sentence)
    setOpen(false)
    props.onChanged()
  }
  return (
    <section className="np-stack" aria-labelledby="password-title">
      <div className="np-stack np-stack--tight">
        <h2 id="password-title">{t('password-title')}</h2>
        <p>{t(props.has ? 'password-has' : 'password-none')}</p>
      </div>
      {open ? (
        <PasswordForm has={props.has} onSet={() => changed(t('password-saved'))} onCancel={() => setOpen(false)} />
      ) : (
        <div className="np-row">
          <Button onClick={() => setOpen(true)}>{t(props.has ? 'password-change' : 'password-set')}</Button>
          {props.has ? (
            <ConfirmButton label={t('password-remove')} title={t('password-remove-title')} act={removePassword} onDone={() => changed(t('password-removed'))}>
              {t('password-remove-text')}
            </ConfirmButton>
          ) : null}
        </div>
      )}
    </section>
  )
}
