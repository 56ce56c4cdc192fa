import { useQuery } from '@tanstack/react-query'
import { whileShown } from '@/api/look-again'
import { useOwner } from '@/api/session'
import { Loaded } from '@/app/loaded'
import { PageHead } from '@/app/layouts/page-head'
import { paths } from '@/app/paths'
import { emergencyQuery } from '@/features/emergencies/api'
import { ReadRoom } from '@/features/emergencies/components/read-room'
import { useI18n } from '@/i18n'
import { fullMoment } from '@/lib/dates'

/** What an open emergency access shows the two people who opened it. */
export default function EmergencyPage({ tenant, emergency }: { tenant: string; emergency: string }) {
  const { t, locale } = useI18n()
  const owner = useOwner()
  const query = useQuery({ ...emergencyQuery(tenant, emergency), refetchInterval: whileShown })
  return (
    <Loaded query={query} guarded>
      {({ access, rooms, person }) => (
        <div className="np-stack np-stack--loose np-measure">
          <PageHead
            title={access.kind === 'alias' ? t('emergency-alias', { name: access.alias ?? '' }) : t('emergency-reading')}
            crumb={{ href: paths.emergencies(tenant), name: t('emergency-title') }}
            lead={t('emergency-page-lead', { issue: access.issueTitle ?? '', moment: fullMoment(locale, access.endsAt ?? '') })}
          />
          {access.kind === 'alias' ? (
            <section className="np-sheet np-stack np-stack--tight" aria-labelledby="persoon">
              <h2 id="persoon">{t('emergency-person')}</h2>
              <p dir="auto">{person ?? t('emergency-person-none')}</p>
              <p className="np-soft">{t('emergency-person-text')}</p>
            </section>
          ) : (
            <section className="np-stack" aria-labelledby="gesprekken">
              <h2 id="gesprekken">{t('emergency-rooms')}</h2>
              <p>{t('emergency-rooms-text')}</p>
              {rooms.map((room) => (
                <ReadRoom key={room.thread} tenant={tenant} access={access} room={room} owner={owner} />
              ))}
            </section>
          )}
        </div>
      )}
    </Loaded>
  )
}
