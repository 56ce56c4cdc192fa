import type { Person, Presence } from '@/api/realtime-machine'
import { useLost } from '@/api/realtime'
import { useI18n } from '@/i18n'
import type { LiveTimeline } from '../use-timeline'
import { othersHere } from '../words'

interface Props {
  live: Pick<LiveTimeline, 'typing' | 'presence' | 'ended'>
  /** The reader, as this room knows them. */
  me: string | null
  isMuted: (by: { author?: string | null }) => boolean
}

/**
 * Who is here and who writes. Its place is kept free, so that nothing moves when they come and go, and it is never read
 * aloud by itself.
 */
export function Now({ live, me, isMuted }: Props) {
  const { t } = useI18n()
  // What was told before the connection went is old by now.
  const gone = useLost() || live.ended
  const typing: Person | null = live.typing && !isMuted({ author: live.typing.person }) ? live.typing : null
  return (
    <div className="np-now np-soft np-no-print">
      {me === null ? null : <p>{gone ? null : <Here presence={live.presence} me={me} isMuted={isMuted} />}</p>}
      <p aria-hidden="true">
        {typing ? t('typing', { name: typing.name }) : null}
      </p>
    </div>
  )
}

function Here({ presence, me, isMuted }: { presence: Presence | null; me: string; isMuted: Props['isMuted'] }) {
  const { t, locale } = useI18n()
  if (presence === null || presence.count === 0) return null
  // With many there are no names, and the reader may be among them.
  if (presence.people.length === 0) return <>{t('here-many', { count: presence.count })}</>
  const { names, more } = othersHere(presence.people, me, isMuted)
  if (names.length === 0) return null
  const all = more === 0 ? names : [...names, t('here-more', { count: more })]
  return <>{t('here-now', { names: new Intl.ListFormat(locale, { type: 'conjunction' }).format(all) })}</>
}
