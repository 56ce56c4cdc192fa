import { useState } from 'react'
import { Problem } from '@/api/problems'
import type { TenantRole } from '@/api/types'
import { useMutation } from '@/api/use-mutation'
import { useI18n } from '@/i18n'
import { dayOn, endOfDay, longDay } from '@/lib/dates'
import { Button } from '@/ui/button'
import { ConfirmButton } from '@/ui/confirm'
import { Dialog } from '@/ui/dialog'
import { TextField } from '@/ui/field'
import { Refused } from '@/ui/refused'
import { toast } from '@/ui/toast'
import { changeMember, type Member, removeMember } from '../api'
import { TENANT_ROLE } from '../words'
import { RoleChoices } from './role-choices'

/** Who has which role, and until when. */
export function MemberRows(props: { tenant: string; members: readonly Member[]; onChanged: () => void }) {
  const { t, locale } = useI18n()
  const [changing, setChanging] = useState<Member | null>(null)
  const nameOf = (member: Member) => member.name || t('members-nameless')
  return (
    <>
      <ul role="list" className="np-stack np-stack--tight">
        {props.members.map((member) => (
          <li key={member.person} className="np-sheet np-row np-row--between">
            <div>
              <strong>
                <bdi>{nameOf(member)}</bdi>
                {member.you ? ` ${t('post-own')}` : null}
              </strong>
              <p className="np-soft np-small">
                {t(TENANT_ROLE[member.role])}
                {member.endsAt ? `, ${t('members-until', { day: longDay(locale, member.endsAt) })}` : null}
              </p>
            </div>
            <div className="np-row">
              <Button appearance="subtle" aria-label={t('members-change-name', { name: nameOf(member) })} onClick={() => setChanging(member)}>
                {t('members-change')}
              </Button>
              <ConfirmButton
                label={t('action-remove')}
                name={t('members-remove-name', { name: nameOf(member) })}
                title={member.you ? t('members-leave-title') : t('members-remove-title', { name: nameOf(member) })}
                act={() => removeMember(props.tenant, member.person)}
                onDone={() => {
                  toast(t(member.you ? 'members-left' : 'members-removed'))
                  props.onChanged()
                }}
              >
                {t(member.you ? 'members-leave-text' : 'members-remove-text')}
              </ConfirmButton>
            </div>
          </li>
        ))}
      </ul>
      {changing ? (
        <Changing
          tenant={props.tenant}
          member={changing}
          name={nameOf(changing)}
          onClose={() => setChanging(null)}
          onChanged={() => {
            setChanging(null)
            toast(t('members-changed'))
            props.onChanged()
          }}
        />
      ) : null}
    </>
  )
}

function Changing(props: { tenant: string; member: Member; name: string; onClose: () => void; onChanged: () => void }) {
  const { t } = useI18n()
  const [role, setRole] = useState<TenantRole>(props.member.role)
  const [until, setUntil] = useState(dayOn(props.member.endsAt))
  const [asking, setAsking] = useState(false)
  const save = useMutation({ mutationFn: () => changeMember(props.tenant, props.member.person, role, endOfDay(until)), onSuccess: props.onChanged })
  const problem = save.error instanceof Problem ? save.error : null
  const untilError = problem?.errors.find((error) => error.pointer === '/endsAt')?.detail
  const fault = save.error ? <Refused error={save.error} /> : null
  const ask = () => {
    save.reset()
    setAsking(true)
  }
  // Only an owner reads this, and nobody gives themselves that role back.
  const givesUp = props.member.you && role !== 'owner'
  if (asking) {
    return (
      <Dialog
        key="sure"
        title={t('members-give-up-title')}
        text={<p>{t('members-give-up-text', { role: t(TENANT_ROLE[role]) })}</p>}
        onClose={() => setAsking(false)}
        actions={
          <Button appearance="primary" danger busy={save.isPending} onClick={() => save.mutate()}>
            {t('members-give-up')}
          </Button>
        }
      >
        {fault}
      </Dialog>
    )
  }
  return (
    <Dialog
      key="role"
      title={t('members-role-of', { name: props.name })}
      onClose={props.onClose}
      actions={
        <Button appearance="primary" busy={save.isPending} onClick={() => (givesUp ? ask() : save.mutate())}>
          {t('action-save')}
        </Button>
      }
    >
      {untilError ? null : fault}
      <RoleChoices name="member-role" role={role} onChange={setRole} />
      <TextField
        optional
        short
        type="date"
        label={t('members-ends')}
        hint={t('members-ends-hint')}
        {...(untilError ? { error: untilError } : {})}
        value={until}
        onInput={(event) => setUntil(event.currentTarget.value)}
      />
    </Dialog>
  )
}
