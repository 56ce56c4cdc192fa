import { useInfiniteQuery } from '@tanstack/react-query'
import { useI18n } from '@/i18n'
import { longDay } from '@/lib/dates'
import { Alert } from '@/ui/alert'
import { More } from '@/ui/more'
import { Skeleton } from '@/ui/states'
import { type Look, looksQuery } from '../own-api'
import { LOOKER, SIGHT } from '../words'
import '../people.css'

/** Who, of those with a role in an organisation, saw me, where and why: by day, the last first. */
export function WhoSawMe() {
  const { t, locale } = useI18n()
  const query = useInfiniteQuery(looksQuery)
  const days = byDay(query.data?.pages.flatMap((page) => page.items) ?? [])
  return (
    <section className="np-stack" aria-labelledby="looks-title">
      <div className="np-stack np-stack--tight">
        <h2 id="looks-title">{t('looks-title')}</h2>
        <p>{t('looks-lead')}</p>
      </div>
      {query.isPending ? <Skeleton lines={3} /> : null}
      {query.isError && !query.data ? <Alert kind="error">{t('looks-failed')}</Alert> : null}
      {query.data && days.length === 0 ? <p>{t('looks-none')}</p> : null}
      {days.map(([day, looks]) => (
        <div key={day} className="np-stack np-stack--tight">
          {/* A day, not a moment: noon is on it wherever the reader is. */}
          <h3>{longDay(locale, `${day}T12:00:00Z`)}</h3>
          <ul role="list" className="np-stack np-stack--tight">
            {looks.map((look) => (
              <li key={`${look.organisation} ${look.looker} ${look.sight}`} className="np-sheet np-look">
                <strong dir="auto">{look.organisation}</strong>
                <span>{t(SIGHT[look.sight], { who: t(LOOKER[look.looker]) })}</span>
              </li>
            ))}
          </ul>
        </div>
      ))}
      <More query={query} />
      <p className="np-soft np-small">{t('looks-not')}</p>
    </section>
  )
}

function byDay(looks: readonly Look[]): [string, Look[]][] {
  const days = new Map<string, Look[]>()
  for (const look of looks) days.set(look.day, [...(days.get(look.day) ?? []), look])
  return [...days]
}
