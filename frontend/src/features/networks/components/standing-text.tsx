import type { NetworkMember } from '@/api/types'
import { useI18n } from '@/i18n'
import { longDay } from '@/lib/dates'

/** What one's standing means, in plain words. */
export function StandingText({ seen }: { seen: NetworkMember }) {
  const { t, locale } = useI18n()
  const day = seen.until ? longDay(locale, seen.until) : ''
  if (seen.standing === 'orientation')
    return (
      <>
        <p>{t('place-orientation-text', { day })}</p>
        <p>{t('place-orientation-rights')}</p>
      </>
    )
  if (seen.standing === 'resting')
    return (
      <>
        <p>{day ? t('place-resting-until', { day }) : t('place-resting-open')}</p>
        <p>{t('place-resting-text')}</p>
      </>
    )
  return <p>{t('place-active-text')}</p>
}
