import { useMutation } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { newIdempotencyKey } from '@/api/client'
import { Problem } from '@/api/problems'
import type { TenantRole } from '@/api/types'
import { useI18n } from '@/i18n'
import { Alert } from '@/ui/alert'
import { Button } from '@/ui/button'
import { Dialog } from '@/ui/dialog'
import { Select, TextField } from '@/ui/field'
import { toast } from '@/ui/toast'
import { changeMember, inviteMember, type Member, removeMember } from '../api'
import { TENANT_ROLE } from '../words'

function RoleSelect(props: { label: string; value: TenantRole; onChange: (role: TenantRole) => void }) {
  const { t } = useI18n()
  return (
    <Select label={props.label} value={props.value} onChange={(event) => props.onChange(event.currentTarget.value as TenantRole)}>
      {(Object.keys(TENANT_ROLE) as TenantRole[]).map((role) => (
        <option key={role} value={role}>
          {t(TENANT_ROLE[role])}
        </option>
      ))}
    </Select>
  )
}

export function MemberRows(props: { tenant: string; members: readonly Member[]; onChanged: () => void }) {
  const { t } = useI18n()
  const [leaving, setLeaving] = useState<Member | null>(null)
  const role = useMutation({
    mutationFn: (change: { member: Member; role: TenantRole }) => changeMember(props.tenant, change.member.person, change.role),
    onSuccess: () => {
      toast(t('members-changed'))
      props.onChanged()
    },
  })
  const removal = useMutation({
    mutationFn: (member: Member) => removeMember(props.tenant, member.person),
    onSuccess: () => {
      setLeaving(null)
      toast(t('members-removed'))
      props.onChanged()
    },
  })
  const fault = role.error ?? removal.error
  const nameOf = (member: Member) => member.name || t('members-nameless')
  /** A refused choice goes back to the role that holds. */
  const attempt = (member: Member) => (role.isError && role.variables.member.person === member.person ? `refused-${String(role.submittedAt)}` : member.role)
  return (
    <div className="np-stack">
      {fault ? <Alert kind="error">{fault instanceof Problem ? fault.detail : t('offline-text')}</Alert> : null}
      <ul role="list" className="np-stack">
        {props.members.map((member) => (
          <li key={member.person} className="np-sheet np-row np-row--between">
            <strong>
              <bdi>{nameOf(member)}</bdi>
              {member.you ? ` ${t('post-own')}` : null}
            </strong>
            <div className="np-row">
              <RoleSelect key={attempt(member)} label={t('members-role-of', { name: nameOf(member) })} value={member.role} onChange={(next) => role.mutate({ member, role: next })} />
              <Button appearance="subtle" aria-label={t('members-remove-name', { name: nameOf(member) })} onClick={() => setLeaving(member)}>
                {t('action-remove')}
              </Button>
            </div>
          </li>
        ))}
      </ul>
      {leaving ? (
        <Dialog
          title={t('members-remove-name', { name: nameOf(leaving) })}
          onClose={() => setLeaving(null)}
          actions={
            <Button appearance="primary" danger busy={removal.isPending} onClick={() => removal.mutate(leaving)}>
              {t('action-remove')}
            </Button>
          }
        >
          <p>{t('members-remove-text')}</p>
        </Dialog>
      ) : null}
    </div>
  )
}

export function InviteMember(props: { tenant: string; onInvited: () => void }) {
  const { t } = useI18n()
  const [email, setEmail] = useState('')
  const [role, setRole] = useState<TenantRole>('member')
  const key = useRef(newIdempotencyKey())
  const invite = useMutation({
    mutationFn: () => inviteMember(props.tenant, email.trim(), role, key.current),
    onError: (error) => {
      if (error instanceof Problem) key.current = newIdempotencyKey()
    },
    onSuccess: () => {
      key.current = newIdempotencyKey()
      toast(t('members-invited', { email }))
      setEmail('')
      props.onInvited()
    },
  })
  const error = invite.error ? (invite.error instanceof Problem ? (invite.error.errors[0]?.detail ?? invite.error.detail) : t('offline-text')) : null
  return (
    <form
      className="np-sheet np-stack"
      aria-labelledby="invite-colleague"
      onSubmit={(event) => {
        event.preventDefault()
        if (!invite.isPending) invite.mutate()
      }}
    >
      <h2 id="invite-colleague">{t('members-invite')}</h2>
      <TextField label={t('members-email')} type="email" autoComplete="off" {...(error ? { error } : {})} value={email} onInput={(event) => setEmail(event.currentTarget.value)} />
      <RoleSelect label={t('members-role')} value={role} onChange={setRole} />
      <div>
        <Button appearance="primary" type="submit" busy={invite.isPending}>
          {t('members-invite-send')}
        </Button>
      </div>
    </form>
  )
}
