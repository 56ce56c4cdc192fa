import type { Thread } from '@/api/types'
import { useI18n } from '@/i18n'
import { fullMoment } from '@/lib/dates'

/** What whoever leads set, until when, and why; nothing where nothing holds people back. */
export function PaceNotice({ thread: { pace } }: { thread: Thread }) {
  const { t, locale } = useI18n()
  if (!pace) return null
  return (
    <div className="np-sheet np-stack np-stack--tight np-no-print" role="status">
      {pace.closedAt ? <p>{t('pace-closed')}</p> : null}
      {pace.restsUntil ? <p>{t('pace-rests', { until: fullMoment(locale, pace.restsUntil) })}</p> : null}
      {pace.slowMinutes > 0 ? <p>{t('pace-slow', { minutes: pace.slowMinutes })}</p> : null}
      {pace.mayWriteAt ? <p>{t('pace-again', { until: fullMoment(locale, pace.mayWriteAt) })}</p> : null}
      <p dir="auto">{t('pace-why', { why: pace.why })}</p>
    </div>
  )
}
