import type { RoomPulse } from '@/api/types'
import { paths } from '@/app/paths'
import { useI18n } from '@/i18n'
import { StatusBadge } from '@/ui/badge'
import { heatSentences } from '../words'
import { PulseBars } from './pulse'

/** One conversation of an issue: whether it goes fast, in numbers and words, and which pace it has. */
export function RoomCard({ tenant, room }: { tenant: string; room: RoomPulse }) {
  const { t } = useI18n()
  const { closed, days, heat, restsUntil, slowMinutes, thread, title } = room
  return (
    <li className="np-sheet np-stack np-stack--tight">
      <h3 dir="auto">
        <a href={paths.cockpit(tenant, thread)}>{title}</a>
      </h3>
      <p className="np-row">
        <StatusBadge tone={heat.hot ? 'warning' : 'neutral'}>{t(heat.hot ? 'cockpit-hot' : 'cockpit-calm')}</StatusBadge>
        {closed ? <StatusBadge tone="neutral">{t('cockpit-closed')}</StatusBadge> : null}
        {restsUntil && !closed ? <StatusBadge tone="neutral">{t('cockpit-resting')}</StatusBadge> : null}
        {slowMinutes > 0 && !closed ? <StatusBadge tone="neutral">{t('cockpit-slowed')}</StatusBadge> : null}
      </p>
      <PulseBars small days={days} />
      {heatSentences(t, heat).map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
    </li>
  )
}
