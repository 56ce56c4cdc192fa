import { useMutation } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { newIdempotencyKey } from '@/api/client'
import { Problem } from '@/api/problems'
import type { TenantRole } from '@/api/types'
import { useI18n } from '@/i18n'
import { Button } from '@/ui/button'
import { TextArea, TextField } from '@/ui/field'
import { toast } from '@/ui/toast'
import { inviteMember } from '../api'
import { RoleChoices } from './role-choices'

/** A colleague gets a mail, and the role once the invitation is accepted. */
export function InviteMember(props: { tenant: string; onInvited: () => void }) {
  const { t } = useI18n()
  const [email, setEmail] = useState('')
  const [role, setRole] = useState<TenantRole>('member')
  const [text, setText] = useState('')
  const key = useRef(newIdempotencyKey())
  const invite = useMutation({
    mutationFn: () => inviteMember(props.tenant, email.trim(), role, text, key.current),
    onError: (error) => {
      if (error instanceof Problem) key.current = newIdempotencyKey()
    },
    onSuccess: () => {
      key.current = newIdempotencyKey()
      toast(t('members-invited', { email }))
      setEmail('')
      setText('')
      props.onInvited()
    },
  })
  const error = invite.error ? (invite.error instanceof Problem ? (invite.error.errors[0]?.detail ?? invite.error.detail) : t('offline-text')) : null
  return (
    <form
      className="np-sheet np-stack"
      aria-labelledby="invite-colleague"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        if (!invite.isPending) invite.mutate()
      }}
    >
      <h2 id="invite-colleague">{t('members-invite')}</h2>
      <TextField label={t('members-email')} type="email" autoComplete="off" {...(error ? { error } : {})} value={email} onInput={(event) => setEmail(event.currentTarget.value)} />
      <RoleChoices name="new-role" role={role} onChange={setRole} />
      <TextArea label={t('invite-text')} hint={t('members-text-hint')} rows={3} maxLength={2000} value={text} onInput={(event) => setText(event.currentTarget.value)} />
      <div>
        <Button appearance="primary" type="submit" busy={invite.isPending}>
          {t('members-invite-send')}
        </Button>
      </div>
    </form>
  )
}
