import type { Thread } from '@/api/types'
import { paths } from '@/app/paths'
import { useI18n } from '@/i18n'
import { namesPeople } from '@/lib/regimes'
import { rulesOf } from '../rules'
import { capacityWords } from '../words'
import { ReportTitle } from './report-title'
import { RoomRules } from './room-rules'

/** What one should know before one speaks: who reads it, what it is for, what happens with it, and as whom one speaks. */
export function RoomSheet(props: { tenant: string; thread: Thread; id: string }) {
  const { t } = useI18n()
  const { thread, tenant } = props
  return (
    <aside className="np-room" aria-label={t('readers-title')}>
      <RoomRules tenant={tenant} rules={rulesOf(thread)} id={props.id} speaker={thread.me && (thread.can.reply || thread.can.translate) ? <Speaker thread={thread} me={thread.me} /> : null} />
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
