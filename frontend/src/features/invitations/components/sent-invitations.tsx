import { useMutation } from '@/api/use-mutation'
import { useI18n } from '@/i18n'
import { longDay } from '@/lib/dates'
import { Alert } from '@/ui/alert'
import { StatusBadge } from '@/ui/badge'
import { Button } from '@/ui/button'
import { ConfirmButton } from '@/ui/confirm'
import { Refused } from '@/ui/refused'
import { Said } from '@/ui/said'
import { toast } from '@/ui/toast'
import { type Invitation, resendInvitation, revokeInvitation } from '../api'
import { inProgress } from '../progress'
import { PROGRESS, ROLE, stateOf } from '../words'

/** The invitations that the reader sent, by how far they came. */
export function SentInvitations(props: { tenant: string; invitations: readonly Invitation[]; onChanged: () => void }) {
  const { t } = useI18n()
  if (props.invitations.length === 0) return <p className="np-soft">{t('invitations-none')}</p>
  return (
    <div className="np-stack">
      {inProgress(props.invitations).map(([progress, invitations]) => (
        <section key={progress} className="np-stack np-stack--tight">
          <h3>{t(PROGRESS[progress], { count: invitations.length })}</h3>
          <ul role="list" className="np-stack np-stack--tight">
            {invitations.map((invitation) => (
              <Row key={invitation.id} tenant={props.tenant} invitation={invitation} onChanged={props.onChanged} />
            ))}
          </ul>
        </section>
      ))}
    </div>
  )
}

function Row(props: { tenant: string; invitation: Invitation; onChanged: () => void }) {
  const { t, locale } = useI18n()
  const { invitation } = props
  const who = invitation.name ?? invitation.email ?? ''
  const { key, tone } = stateOf(invitation)
  const role = ROLE[invitation.role]
  const resend = useMutation({
    mutationFn: () => resendInvitation(props.tenant, invitation.id),
    onSuccess: () => {
      toast(t('invitation-resent', { name: who }))
      props.onChanged()
    },
  })
  return (
    <li className="np-sheet np-stack np-stack--tight">
      <div className="np-row np-row--between">
        <strong>
          <bdi>{who}</bdi>
        </strong>
        <StatusBadge tone={tone}>{t(key)}</StatusBadge>
      </div>
      <p className="np-soft np-small">
        {t('invitation-days', { sent: longDay(locale, invitation.sentAt), until: longDay(locale, invitation.expiresAt) })}
        {role ? ` · ${t(role)}` : null}
        {invitation.until ? ` · ${t('invitation-guest', { day: longDay(locale, invitation.until) })}` : null}
        {invitation.reminders > 0 ? ` · ${t('invitation-reminders', { count: invitation.reminders })}` : null}
      </p>
      {key === 'invitation-undelivered' ? <Alert kind="error">{t('invitation-undelivered-text')}</Alert> : null}
      {invitation.reason ? <Said title={t('invitation-reason', { name: who })} text={invitation.reason} /> : null}
      {invitation.text ? (
        <details className="np-fold">
          <summary>{t('invitation-text', { name: who })}</summary>
          <div className="np-prose np-prose--plain" dir="auto">
            {invitation.text}
          </div>
        </details>
      ) : null}
      <Refused error={resend.error} />
      {invitation.can.resend || invitation.can.revoke ? (
        <div className="np-row">
          {invitation.can.resend ? (
            <Button busy={resend.isPending} aria-label={t('invitation-resend-name', { name: who })} onClick={() => resend.mutate()}>
              {t('invitation-resend')}
            </Button>
          ) : null}
          {invitation.can.revoke ? (
            <ConfirmButton label={t('invitation-revoke')} name={t('invitation-revoke-name', { name: who })} title={t('invitation-revoke-title', { name: who })} act={() => revokeInvitation(props.tenant, invitation.id)} onDone={props.onChanged}>
              {t('invitation-revoke-text')}
            </ConfirmButton>
          ) : null}
        </div>
      ) : null}
    </li>
  )
}
