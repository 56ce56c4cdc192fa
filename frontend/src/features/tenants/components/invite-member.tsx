import { useState } from 'react'
import { isProblem } from '@/api/problems'
import { useOwner } from '@/api/session'
import type { TenantRole } from '@/api/types'
import { useKey } from '@/api/use-key'
import { useMutation } from '@/api/use-mutation'
import { useI18n } from '@/i18n'
import { useKept } from '@/lib/use-kept'
import { Button } from '@/ui/button'
import { TextArea, TextField } from '@/ui/field'
import { Refused } from '@/ui/refused'
import { toast } from '@/ui/toast'
import { inviteMember } from '../api'
import { RoleChoices } from './role-choices'

const EMPTY: { email: string; role: TenantRole; text: string } = { email: '', role: 'member', text: '' }

/** A colleague gets a mail, and the role once the invitation is accepted. */
export function InviteMember(props: { tenant: string; onInvited: () => void }) {
  const { t } = useI18n()
  const { form, write, arrived } = useKept(`${useOwner()}/member-${props.tenant}`, EMPTY)
  const { email, role, text } = form
  const [made, setMade] = useState(0)
  const keyOf = useKey(made)
  const invite = useMutation({
    mutationFn: (sent: typeof form) => inviteMember(props.tenant, sent.email.trim(), sent.role, sent.text, keyOf(sent)),
    onSuccess: (_, sent) => {
      setMade((times) => times + 1)
      toast(t('members-invited', { email: sent.email }))
      arrived(sent, { ...EMPTY, role: sent.role })
      props.onInvited()
    },
  })
  const { error } = invite
  const at = (pointer: string) => (isProblem(error) ? error.errors.find((one) => one.pointer === pointer)?.detail : undefined)
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
      <TextField required label={t('members-email')} type="email" autoComplete="off" error={at('/email')} value={email} onInput={(event) => write({ email: event.currentTarget.value })} />
      <RoleChoices name="new-role" role={role} onChange={(chosen) => write({ role: chosen })} />
      <TextArea optional label={t('invite-text')} hint={t('members-text-hint')} error={at('/text')} rows={3} maxLength={2000} value={text} onInput={(event) => write({ text: event.currentTarget.value })} />
      <Refused error={error} fields={['/email', '/text']} />
      <div>
        <Button appearance="primary" type="submit" busy={invite.isPending}>
          {t('members-invite-send')}
        </Button>
      </div>
    </form>
  )
}
