import type { Thread } from '@/api/types'
import { paths } from '@/app/paths'
import { useI18n } from '@/i18n'
import { fullMoment } from '@/lib/dates'

/** On top of a conversation: what whoever leads set, until when, and why; nothing where nothing holds people back. */
export function PaceNotice({ tenant, thread: { followedBy, pace } }: { tenant: string; thread: Thread }) {
  const { t, locale } = useI18n()
  if (!pace) return null
  return (
    <div className="np-stands-out np-stack np-stack--tight np-no-print" role="status">
      {pace.closedAt ? <p>{t('pace-closed')}</p> : null}
      {pace.restsUntil ? <p>{t('pace-rests', { until: fullMoment(locale, pace.restsUntil) })}</p> : null}
      {pace.slowMinutes > 0 ? <p>{t('pace-slow', { minutes: pace.slowMinutes })}</p> : null}
      <p dir="auto">{t('pace-why', { why: pace.why })}</p>
      {followedBy ? (
        <p>
          {t('thread-goes-on')}{' '}
          <a dir="auto" href={paths.thread(tenant, followedBy.thread)}>
            {followedBy.title}
          </a>
        </p>
      ) : null}
    </div>
  )
}

/** Where one writes: that it goes slower, or when it is one's turn again. */
export function PaceAtComposer({ thread: { pace } }: { thread: Thread }) {
  const { t, locale } = useI18n()
  if (!pace || pace.slowMinutes === 0) return null
  return <p className="np-soft np-no-print">{pace.mayWriteAt ? t('pace-again', { until: fullMoment(locale, pace.mayWriteAt) }) : t('pace-slow', { minutes: pace.slowMinutes })}</p>
}
