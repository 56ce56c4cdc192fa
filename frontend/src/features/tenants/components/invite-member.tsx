import { useRef } from 'react'
import { newIdempotencyKey } from '@/api/client'
import { Problem } from '@/api/problems'
import { useOwner } from '@/api/session'
import type { TenantRole } from '@/api/types'
import { useMutation } from '@/api/use-mutation'
import { useI18n } from '@/i18n'
import { useKept } from '@/lib/use-kept'
import { Button } from '@/ui/button'
import { TextArea, TextField } from '@/ui/field'
import { toast } from '@/ui/toast'
import { inviteMember } from '../api'
import { RoleChoices } from './role-choices'

const EMPTY: { email: string; role: TenantRole; text: string } = { email: '', role: 'member', text: '' }

/** A colleague gets a mail, and the role once the invitation is accepted. */
export function InviteMember(props: { tenant: string; onInvited: () => void }) {
  const { t } = useI18n()
  const { form, write, arrived } = useKept(`${useOwner()}/member-${props.tenant}`, EMPTY)
  const { email, role, text } = form
  const key = useRef(newIdempotencyKey())
  const invite = useMutation({
    mutationFn: ({ email, role, text }: typeof form) => inviteMember(props.tenant, email.trim(), role, text, key.current),
    onError: (error) => {
      if (error instanceof Problem) key.current = newIdempotencyKey()
    },
    onSuccess: (_, sent) => {
      key.current = newIdempotencyKey()
      toast(t('members-invited', { email: sent.email }))
      arrived(sent, { ...EMPTY, role: sent.role })
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
        if (!invite.isPending) invite.mutate(form)
      }}
    >
      <h2 id="invite-colleague">{t('members-invite')}</h2>
      <TextField required label={t('members-email')} type="email" autoComplete="off" {...(error ? { error } : {})} value={email} onInput={(event) => write({ email: event.currentTarget.value })} />
      <RoleChoices name="new-role" role={role} onChange={(chosen) => write({ role: chosen })} />
      <TextArea optional label={t('invite-text')} hint={t('members-text-hint')} rows={3} maxLength={2000} value={text} onInput={(event) => write({ text: event.currentTarget.value })} />
      <div>
        <Button appearance="primary" type="submit" busy={invite.isPending}>
          {t('members-invite-send')}
        </Button>
      </div>
    </form>
  )
}
