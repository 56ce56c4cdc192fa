import type { ModerationQueue } from '@/api/types'
import { paths } from '@/app/paths'
import { type Translate, useI18n } from '@/i18n'
import { clockTime, longDay } from '@/lib/dates'
import { StatusBadge } from '@/ui/badge'
import { REASON } from '../words'

export type CaseItem = ModerationQueue['items'][number]

/** What a case is about, and where. */
export function placeOf(t: Translate, { about, issueTitle, seq, threadTitle }: Pick<CaseItem, 'about' | 'issueTitle' | 'seq' | 'threadTitle'>): string {
  const number = seq ?? ''
  if (about === 'issue') return issueTitle ? t('queue-issue-item', { issue: issueTitle }) : t('queue-issue-closed')
  if (about === 'title') return threadTitle ? t('queue-title-item', { thread: threadTitle }) : t('queue-title-closed')
  return threadTitle ? t('queue-item', { number, thread: threadTitle }) : t('queue-item-closed', { number })
}

/** A post, a title or an issue that somebody reported, in the queue. */
export function CaseCard({ tenant, item }: { tenant: string; item: CaseItem }) {
  const { t, locale } = useI18n()
  return (
    <li className="np-card">
      <h3 dir="auto">
        <a className="np-card__link" href={paths.moderationCase(tenant, item.id)}>
          {placeOf(t, item)}
        </a>
      </h3>
      <p className="np-row">
        {item.state === 'appealed' ? <StatusBadge tone="warning">{t('queue-appealed')}</StatusBadge> : null}
        <span>
          {t('queue-count', { count: item.reports })}, {t('queue-since', { day: longDay(locale, item.openedAt) })}
        </span>
      </p>
      <p>{item.reasons.map((reason) => t(REASON[reason])).join(' · ')}</p>
      <Claim item={item} />
    </li>
  )
}

/** Who has it in hand, until when. */
export function Claim({ item }: { item: Pick<CaseItem, 'claim'> }) {
  const { t, locale } = useI18n()
  if (!item.claim) return null
  const moment = clockTime(locale, new Date(item.claim.until))
  return <p className="np-soft">{t(item.claim.mine ? 'queue-mine' : 'queue-taken', { moment })}</p>
}
