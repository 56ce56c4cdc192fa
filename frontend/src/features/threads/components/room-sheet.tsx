import type { ReactNode } from 'react'
import type { Thread } from '@/api/types'
import { paths } from '@/app/paths'
import { useI18n } from '@/i18n'
import { Icon } from '@/ui/icon'
import { capacityWords, MAIL_RULE, QUOTE_RULE, READERS } from '../words'

/** What one should know before one speaks: who reads it, what it is for, what happens with it, and as whom one speaks. */
export function RoomSheet(props: { tenant: string; thread: Thread; id: string }) {
  const { t } = useI18n()
  const { thread, tenant } = props
  const { purpose, organisation, governmentBodies } = thread.sheet
  return (
    <aside className="np-room" aria-label={t('readers-title')}>
      <h3>
        <Icon name="eye" /> {t('readers-title')}
      </h3>
      <p id={props.id}>{t(READERS[thread.readers])}</p>
      <p>
        {governmentBodies.length > 0 ? t('room-government', { bodies: governmentBodies.join(', ') }) : t('room-government-none')} {t('room-owner', { organisation })}
      </p>
      {thread.me ? <p>{t('readers-you', { name: thread.me.name, capacity: capacityWords(t, thread.me.capacity, thread.me.organisation) })}</p> : null}
      <details>
        <summary>{t('room-rules')}</summary>
        <dl>
          <Rule name={t('room-purpose')}>
            <span dir="auto">{purpose}</span>
          </Rule>
          <Rule name={t('room-mail')}>{t(MAIL_RULE[thread.regime])}</Rule>
          <Rule name={t('room-quoting')}>{t(QUOTE_RULE[thread.regime])}</Rule>
          <Rule name={t('room-after')}>{t('room-after-text')}</Rule>
          <Rule name={t('room-retention')}>
            {t('room-retention-text')} <a href={paths.tenantPage(tenant, 'privacy')}>{t('room-retention-link', { organisation })}</a>
          </Rule>
        </dl>
      </details>
      <p className="np-no-print">
        <a href={paths.roomLog(tenant, thread.id)}>{t('log-show')}</a>
      </p>
    </aside>
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
