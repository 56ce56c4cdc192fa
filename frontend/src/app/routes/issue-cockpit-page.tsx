import { useQuery } from '@tanstack/react-query'
import { whileShown } from '@/api/look-again'
import { useOwner } from '@/api/session'
import { Loaded } from '@/app/loaded'
import { PageHead } from '@/app/layouts/page-head'
import { paths } from '@/app/paths'
import { issueCockpitQuery } from '@/features/facilitating/api'
import { Questions } from '@/features/facilitating/components/lists'
import { ParkSubject, ParkedSubjects } from '@/features/facilitating/components/parked'
import { RoomCard } from '@/features/facilitating/components/room-card'
import { useI18n } from '@/i18n'
import { ButtonLink } from '@/ui/button'
import { EmptyState } from '@/ui/states'

/** How the conversations of an issue go, for whoever runs it. */
export default function IssueCockpitPage({ tenant, issue }: { tenant: string; issue: string }) {
  const { t } = useI18n()
  const owner = useOwner()
  const query = useQuery({ ...issueCockpitQuery(tenant, issue), staleTime: 0, refetchInterval: whileShown })
  return (
    <Loaded query={query}>
      {({ network, questions, rooms, title }) => {
        const back = (network ? paths.network : paths.issue)(tenant, issue)
        const heat = rooms[0]?.heat
        return (
          <div className="np-stack np-stack--loose np-measure">
            <PageHead title={t('cockpit-issue-title')} about={title} crumb={{ href: back, name: title }} lead={t('cockpit-issue-lead')} />
            {rooms.length === 0 ? (
              <EmptyState title={t('cockpit-none-title')} action={<ButtonLink href={back}>{t(network ? 'cockpit-to-network' : 'cockpit-to-issue')}</ButtonLink>}>
                {t('cockpit-none-text')}
              </EmptyState>
            ) : (
              <section className="np-stack" aria-labelledby="rooms-title">
                <h2 id="rooms-title">{t('cockpit-rooms')}</h2>
                <ul role="list" className="np-stack">
                  {rooms.map((room) => (
                    <RoomCard key={room.thread} tenant={tenant} room={room} />
                  ))}
                </ul>
                {heat ? <p className="np-soft np-small">{t('cockpit-heat-rule', { moreThan: heat.moreThan, times: heat.times, reports: heat.reportsFrom })}</p> : null}
              </section>
            )}
            <Questions tenant={tenant} questions={questions} />
            <ParkedSubjects tenant={tenant} issue={issue} rooms={rooms} empty />
            <ParkSubject tenant={tenant} issue={issue} draft={`${owner}/parked-${issue}`} />
          </div>
        )
      }}
    </Loaded>
  )
}
