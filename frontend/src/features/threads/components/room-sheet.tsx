import type { ReactNode } from 'react'
import type { Thread } from '@/api/types'
import { paths } from '@/app/paths'
import { useI18n } from '@/i18n'
import { longDay } from '@/lib/dates'
import { Icon } from '@/ui/icon'
import { REGIME, namesPeople } from '@/lib/regimes'
import { ReportTitle } from './report-title'
import { capacityWords, MAIL_RULE, QUOTE_RULE, READERS, WHO_RULE } from '../words'

/** What one should know before one speaks: who reads it, what it is for, what happens with it, and as whom one speaks. */
export function RoomSheet(props: { tenant: string; thread: Thread; id: string }) {
  const { t } = useI18n()
  const { thread, tenant } = props
  const { purpose, organisation, governmentBodies, aliases, lookedAtFirst } = thread.sheet
  return (
    <aside className="np-room" aria-label={t('readers-title')}>
      <h3>
        <Icon name="eye" /> {t('readers-title')}
      </h3>
      <p id={props.id}>{t(READERS[thread.readers])}</p>
      <p>
        {governmentBodies.length > 0 ? t('room-government', { bodies: governmentBodies.join(', ') }) : t('room-government-none')} {t('room-owner', { organisation })}
      </p>
      {lookedAtFirst ? <p>{t('room-looked-at-first')}</p> : null}
      {thread.me && thread.can.reply ? <Speaker thread={thread} me={thread.me} /> : null}
      <details>
        <summary>{t('room-rules')}</summary>
        <dl>
          <Rule name={t('room-purpose')}>
            <span dir="auto">{purpose}</span>
          </Rule>
          <Rule name={t('room-kind')}>
            {t(REGIME[thread.regime].key)}. {t('room-kind-fixed')}
          </Rule>
          <Rule name={t('room-who')}>
            {t(WHO_RULE[thread.regime])}
            {aliases.length > 0 ? ` ${t('room-aliases', { names: aliases.join(', ') })}` : null}
          </Rule>
          <Rule name={t('room-staff')}>{t(thread.readers === 'participants' ? 'room-staff-closed' : 'room-staff-open')}</Rule>
          <Rule name={t('room-mail')}>{t(MAIL_RULE[thread.regime])}</Rule>
          <Rule name={t('room-quoting')}>{t(QUOTE_RULE[thread.regime])}</Rule>
          <Rule name={t('room-after')}>{t('room-after-text')}</Rule>
          <Rule name={t('room-retention')}>
            <Kept sheet={thread.sheet} /> {t(thread.regime === 'authorless' ? 'room-withdraw-here' : 'room-retention-text')} <a href={paths.tenantPage(tenant, 'privacy')}>{t('room-retention-link', { organisation })}</a>
          </Rule>
        </dl>
      </details>
      <p className="np-no-print">
        <a href={paths.roomLog(tenant, thread.id)}>{t('log-show')}</a>
      </p>
      <ReportTitle tenant={tenant} id={thread.id} />
      {thread.readers === 'participants' && thread.me ? (
        <p className="np-no-print">
          <a href={paths.emergencyLog(tenant, thread.issue)}>{t('room-emergencies')}</a>
        </p>
      ) : null}
    </aside>
  )
}

/** As whom one speaks here, if as anybody. */
function Speaker({ thread, me }: { thread: Thread; me: NonNullable<Thread['me']> }) {
  const { t } = useI18n()
  if (namesPeople(thread.regime)) return <p>{t('readers-you', { name: me.name, capacity: capacityWords(t, me.capacity, me.organisation) })}</p>
  return <p>{me.name === '' ? t('readers-you-nobody') : t('readers-you-alias', { name: me.name })}</p>
}

/** Until when all of it stays, and what that will become. */
function Kept({ sheet }: { sheet: Thread['sheet'] }) {
  const { t, locale } = useI18n()
  const { keptDays, keptYears, keptNext } = sheet
  if (keptDays) return <>{t('room-kept', { count: keptDays })}</>
  return (
    <>
      {keptYears ? t('room-kept-years', { count: keptYears }) : t('room-kept-always')}
      {keptNext ? ` ${t('room-kept-next', { count: keptNext.years, day: longDay(locale, keptNext.from) })}` : null}
    </>
  )
}

function Rule(props: { name: string; children: ReactNode }) {
  return (
    <div>
      <dt>{props.name}</dt>
      <dd>{props.children}</dd>
    </div>
  )
}
