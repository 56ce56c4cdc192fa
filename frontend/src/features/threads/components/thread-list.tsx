import { useQuery } from '@tanstack/react-query'
import { useSession } from '@/api/session'
import type { ThreadItem } from '@/api/types'
import { paths } from '@/app/paths'
import { useI18n } from '@/i18n'
import { useWritten } from '@/i18n/written'
import { REGIME } from '@/lib/regimes'
import { friendlyMoment } from '@/lib/dates'
import { Count, DataBadge, StatusBadge } from '@/ui/badge'
import { draftMarksQuery } from '../api'
import { KIND } from '../words'
import '../thread-list.css'

export function ThreadList(props: { tenant: string; threads: readonly ThreadItem[] }) {
  const { t, locale } = useI18n()
  const written = useWritten()
  const me = useSession()
  const { data: marks } = useQuery({ ...draftMarksQuery, enabled: Boolean(me) })
  return (
    <ul role="list" className="np-thread-list">
      {props.threads.map((thread) => (
        <li key={thread.id} className="np-card">
          <div className="np-row np-row--between">
            <h3 dir="auto" lang={written(thread.title)}>
              <a className="np-card__link" href={paths.thread(props.tenant, thread.id)}>
                {thread.title}
              </a>
            </h3>
            <div className="np-row">
              {thread.kind === 'question' ? <StatusBadge tone={thread.answered ? 'success' : 'neutral'}>{t(thread.answered ? 'thread-list-answered' : 'thread-list-unanswered')}</StatusBadge> : null}
              {thread.kind === 'round' || thread.kind === 'dilemma' ? <DataBadge>{t(KIND[thread.kind])}</DataBadge> : null}
              {marks?.some((mark) => mark.key === `reply-${thread.id}`) ? <DataBadge>{t('thread-draft')}</DataBadge> : null}
              <Count count={thread.unread} label={t('unread-count', { count: thread.unread })} />
            </div>
          </div>
          <p className="np-soft np-small">
            {t('thread-summary', { count: thread.posts, moment: friendlyMoment(locale, thread.lastPostAt, new Date()) })}
            {thread.regime === 'open' ? null : ` · ${t(REGIME[thread.regime].key)}`}
          </p>
        </li>
      ))}
    </ul>
  )
}
