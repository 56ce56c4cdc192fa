import { useQuery, useQueryClient } from '@tanstack/react-query'
import { whileShown } from '@/api/look-again'
import { useOwner } from '@/api/session'
import type { Cockpit } from '@/api/types'
import { Loaded } from '@/app/loaded'
import { PageHead } from '@/app/layouts/page-head'
import { paths } from '@/app/paths'
import { cockpitQuery } from '@/features/facilitating/api'
import { FoundWords, Questions, Quiet } from '@/features/facilitating/components/lists'
import { PaceForm } from '@/features/facilitating/components/pace-form'
import { PulseBars, PulseTable } from '@/features/facilitating/components/pulse'
import { Shares } from '@/features/facilitating/components/shares'
import { heatSentences } from '@/features/facilitating/words'
import { WaitingLink } from '@/features/moderation/components/waiting-link'
import { threadsQuery } from '@/features/threads/api'
import { useI18n } from '@/i18n'
import { StatusBadge } from '@/ui/badge'
import { ButtonLink } from '@/ui/button'

/** How one conversation goes, and what whoever runs the issue does about it. */
export default function CockpitPage({ tenant, thread }: { tenant: string; thread: string }) {
  const query = useQuery({ ...cockpitQuery(tenant, thread), staleTime: 0, refetchInterval: whileShown })
  return <Loaded query={query}>{(cockpit) => <View tenant={tenant} thread={thread} cockpit={cockpit} />}</Loaded>
}

interface Props {
  tenant: string
  thread: string
  cockpit: Cockpit
}

function View({ tenant, thread, cockpit }: Props) {
  const { t } = useI18n()
  const client = useQueryClient()
  const owner = useOwner()
  const { days, found, heat, issue, questions, title } = cockpit
  return (
    <div className="np-stack np-stack--loose np-measure">
      <PageHead title={t('cockpit-title', { title })} crumb={{ href: paths.thread(tenant, thread), name: title }} lead={t('cockpit-lead')}>
        <p>
          <a href={paths.issueCockpit(tenant, issue)}>{t('cockpit-all')}</a>
        </p>
      </PageHead>
      <section className="np-stack np-stack--tight" aria-labelledby="heat-title">
        <h2 id="heat-title">{t('cockpit-pace-title')}</h2>
        <p>
          <StatusBadge tone={heat.hot ? 'warning' : 'neutral'}>{t(heat.hot ? 'cockpit-hot' : 'cockpit-calm')}</StatusBadge>
        </p>
        {heatSentences(t, heat).map((sentence) => (
          <p key={sentence}>{sentence}</p>
        ))}
        {heat.reports > 0 ? (
          <p>
            <a href={paths.moderationOf(tenant, thread)}>{t('cockpit-to-reports')}</a>
          </p>
        ) : null}
        <WaitingLink tenant={tenant} thread={thread} />
        <p className="np-soft np-small">{t('cockpit-pace-hint')}</p>
        <PulseBars days={days} />
        <PulseTable days={days} />
        <p className="np-soft np-small">{t('cockpit-heat-rule', { moreThan: heat.moreThan, times: heat.times, reports: heat.reportsFrom })}</p>
      </section>
      <Acts tenant={tenant} thread={thread} cockpit={cockpit} />
      {cockpit.shares ? (
        <section className="np-stack np-stack--tight" aria-labelledby="shares-title">
          <h2 id="shares-title">{t('cockpit-shares-title')}</h2>
          <p className="np-soft np-small">{t('cockpit-shares-hint')}</p>
          <Shares shares={cockpit.shares} />
        </section>
      ) : null}
      <Quiet tenant={tenant} thread={thread} owner={owner} quiet={cockpit.quiet ?? null} onWritten={() => void client.invalidateQueries({ queryKey: cockpitQuery(tenant, thread).queryKey })} />
      <Questions tenant={tenant} questions={questions} />
      <FoundWords tenant={tenant} thread={thread} found={found} />
    </div>
  )
}

function Acts({ tenant, thread, cockpit }: Props) {
  const { t } = useI18n()
  const client = useQueryClient()
  const owner = useOwner()
  const { queryKey } = cockpitQuery(tenant, thread)
  const { data: threads } = useQuery(threadsQuery(tenant, cockpit.issue))
  const here = threads?.find(({ id }) => id === thread)
  const others = threads && here ? threads.filter(({ regime }) => regime !== here.regime) : null
  return (
    <section className="np-sheet np-stack" aria-labelledby="acts-title">
      <h2 id="acts-title">{t('cockpit-acts-title')}</h2>
      {cockpit.can.act ? (
        <>
          <div className="np-row">
            <ButtonLink appearance="secondary" href={paths.summary(tenant, thread)}>
              {t('summary-title')}
            </ButtonLink>
            <ButtonLink appearance="secondary" href={paths.startThread(paths.issue(tenant, cockpit.issue), 'round')}>
              {t('cockpit-act-round')}
            </ButtonLink>
          </div>
          <PaceForm
            tenant={tenant}
            thread={thread}
            cockpit={cockpit}
            others={others}
            begin={paths.startThread(paths.issue(tenant, cockpit.issue), 'talk')}
            draft={`${owner}/pace-${thread}`}
            onSet={(now) => {
              client.setQueryData(queryKey, now)
              void client.invalidateQueries({ queryKey: ['issue-cockpit', tenant] })
            }}
            onStale={() => client.fetchQuery({ ...cockpitQuery(tenant, thread), staleTime: 0 })}
          />
        </>
      ) : (
        <p>{t('cockpit-no-act')}</p>
      )}
    </section>
  )
}
