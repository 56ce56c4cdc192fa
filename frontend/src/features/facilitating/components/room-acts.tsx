import type { RoomActList } from '@/api/types'
import { useI18n } from '@/i18n'
import { longDay } from '@/lib/dates'
import { actSentences } from '../words'

type RoomAct = RoomActList['items'][number]

/** What was done to a conversation, the newest first: each pace with its reason, and that a post went back to its writer. */
export function RoomActs({ acts }: { acts: readonly RoomAct[] }) {
  const { t } = useI18n()
  if (acts.length === 0) return <p className="np-soft">{t('room-acts-none')}</p>
  return (
    <ul role="list" className="np-stack">
      {acts.map((act) => (
        <Act key={act.id} act={act} />
      ))}
    </ul>
  )
}

function Act({ act }: { act: RoomAct }) {
  const { t, locale } = useI18n()
  return (
    <li className="np-sheet np-stack np-stack--tight">
      <p className="np-soft">{longDay(locale, act.at)}</p>
      {actSentences(t, locale, act).map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
      {act.why ? <p dir="auto">{t(act.act === 'paced' ? 'pace-why' : 'room-act-hold-why', { why: act.why })}</p> : null}
    </li>
  )
}
