import type { ReactNode } from 'react'
import type { Emergency } from '@/api/types'
import { paths } from '@/app/paths'
import { useI18n } from '@/i18n'
import { fullMoment } from '@/lib/dates'
import { ButtonLink } from '@/ui/button'
import { ConfirmButton } from '@/ui/confirm'
import { declineEmergency, endEmergency, openEmergency } from '../api'
import { STATE } from '../words'

interface Props {
  tenant: string
  access: Emergency
  /** Beside others of other issues. */
  named?: boolean
  onChanged: () => void
}

/** One access: who asked it, why, who agreed, until when, and what was read. */
export function AccessCard({ tenant, access, named = false, onChanged }: Props) {
  const { t, locale } = useI18n()
  const { id, can, state } = access
  // Of several on a page each act says about what it is, and whose request.
  const whose = t('emergency-act-about', { name: access.askedBy, about: access.kind === 'alias' ? t('emergency-alias', { name: access.alias ?? '' }) : (access.issueTitle ?? t('emergency-reading')) })
  const at = (moment: string) => fullMoment(locale, moment)
  return (
    <li className="np-sheet np-stack np-stack--tight">
      <h3>{access.kind === 'alias' ? t('emergency-alias', { name: access.alias ?? '' }) : t('emergency-reading')}</h3>
      <p>{t(STATE[state])}</p>
      <dl className="np-stack np-stack--tight">
        {named ? (
          <Fact name={t('emergency-of')}>
            {access.issueTitle ?? t('emergency-of-closed')}
          </Fact>
        ) : null}
        <Fact name={t('emergency-reason')}>{access.reason}</Fact>
        <Fact name={t('emergency-asked')}>{t('emergency-by', { name: access.askedBy, moment: at(access.askedAt) })}</Fact>
        {access.decidedBy && access.decidedAt ? <Fact name={t(state === 'declined' ? 'emergency-refused' : 'emergency-opened')}>{t('emergency-by', { name: access.decidedBy, moment: at(access.decidedAt) })}</Fact> : null}
        {access.endsAt && (state === 'open' || state === 'ended') ? (
          <Fact name={t(state === 'open' ? 'emergency-until' : 'emergency-was-until')}>{at(access.endsAt)}</Fact>
        ) : (
          <Fact name={t('emergency-hours')}>{t('emergency-hours-count', { count: access.hours })}</Fact>
        )}
        {access.kind === 'reading' && (state === 'open' || state === 'ended') ? (
          <Fact name={t('emergency-readings')}>
            {access.readings.length === 0 ? (
              t('emergency-readings-none')
            ) : (
              <ul>
                {access.readings.map(({ thread, title, readAt }) => (
                  <li key={thread}>{title ? <a href={paths.thread(tenant, thread)}>{t('emergency-by', { name: title, moment: at(readAt) })}</a> : t('emergency-by', { name: t('emergency-reading-gone'), moment: at(readAt) })}</li>
                ))}
              </ul>
            )}
          </Fact>
        ) : null}
      </dl>
      <div className="np-row np-no-print">
        {can.read ? (
          <ButtonLink appearance="primary" href={paths.emergency(tenant, id)}>
            {t('emergency-read')}
          </ButtonLink>
        ) : null}
        {can.decide ? (
          <>
            <ConfirmButton label={t('emergency-agree')} name={`${t('emergency-agree')}: ${whose}`} title={`${t('emergency-agree-title')} ${whose}`} act={() => openEmergency(tenant, id)} onDone={onChanged}>
              {t('emergency-agree-text')}
            </ConfirmButton>
            <ConfirmButton label={t('emergency-decline')} name={`${t('emergency-decline')}: ${whose}`} title={`${t('emergency-decline-title')} ${whose}`} act={() => declineEmergency(tenant, id)} onDone={onChanged}>
              {t('emergency-decline-text')}
            </ConfirmButton>
          </>
        ) : null}
        {can.end ? (
          <ConfirmButton
            label={t(state === 'open' ? 'emergency-end' : 'emergency-take-back')}
            name={`${t(state === 'open' ? 'emergency-end' : 'emergency-take-back')}: ${whose}`}
            title={`${t(state === 'open' ? 'emergency-end-title' : 'emergency-take-back-title')} ${whose}`}
            act={() => endEmergency(tenant, id)}
            onDone={onChanged}
          >
            {t(state === 'open' ? 'emergency-end-text' : 'emergency-take-back-text')}
          </ConfirmButton>
        ) : null}
      </div>
    </li>
  )
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div>
      <dt className="np-soft">{name}</dt>
      <dd dir="auto">
        {children}
      </dd>
    </div>
  )
}
