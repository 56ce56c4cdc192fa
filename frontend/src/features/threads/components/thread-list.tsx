import type { ThreadItem } from '@/api/types'
import { paths } from '@/app/paths'
import { useI18n } from '@/i18n'
import { friendlyMoment } from '@/lib/dates'
import { Count } from '@/ui/badge'
import '../threads.css'

export function ThreadList(props: { tenant: string; threads: readonly ThreadItem[] }) {
  const { t, locale } = useI18n()
  return (
    <ul role="list" className="np-thread-list">
      {props.threads.map((thread) => (
        <li key={thread.id} className="np-card">
          <div className="np-row np-row--between">
            <h3 dir="auto">
              <a className="np-card__link" href={paths.thread(props.tenant, thread.id)}>
                {thread.title}
              </a>
            </h3>
            <Count count={thread.unread} label={t('unread-count', { count: thread.unread })} />
          </div>
          <p className="np-soft np-small">
            {t('thread-summary', { count: thread.lastSeq, moment: friendlyMoment(locale, thread.lastPostAt, new Date()) })}
            {thread.regime === 'trusted' ? ` · ${t('regime-trusted')}` : null}
          </p>
        </li>
      ))}
    </ul>
  )
}
