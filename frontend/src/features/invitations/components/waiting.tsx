import { useQuery } from '@tanstack/react-query'
import { paths } from '@/app/paths'
import { useI18n } from '@/i18n'
import { longDay } from '@/lib/dates'
import { ButtonLink } from '@/ui/button'
import { myInvitationsQuery } from '../api'

/** Invitations that wait for the reader's answer. */
export function WaitingInvitations() {
  const { t, locale } = useI18n()
  const { data } = useQuery(myInvitationsQuery)
  if (!data || data.length === 0) return null
  return (
    <section className="np-stack np-wide-measure">
      <h2>{t('overview-invitations')}</h2>
      <ul role="list" className="np-stack np-stack--tight">
        {data.map((invitation) => (
          <li key={invitation.token} className="np-sheet np-stack np-stack--tight">
            <h3 dir="auto">{invitation.title ?? invitation.organisation}</h3>
            <p>{t('overview-invitation-from', { inviter: invitation.inviter, organisation: invitation.organisation })}</p>
            <p className="np-soft np-small">{t('overview-invitation-until', { day: longDay(locale, invitation.expiresAt) })}</p>
            <div>
              <ButtonLink appearance="secondary" href={paths.invitation(invitation.token)}>
                {t('overview-invitation-open')}
              </ButtonLink>
            </div>
          </li>
        ))}
      </ul>
    </section>
  )
}
