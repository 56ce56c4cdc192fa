import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { realtime } from '@/api/realtime'
import { useSession } from '@/api/session'
import type { Issue } from '@/api/types'
import { go } from '@/app/links'
import { Loaded } from '@/app/loaded'
import { PageHead } from '@/app/layouts/page-head'
import { paths } from '@/app/paths'
import { issueKey, issueQuery, leaveIssue } from '@/features/issues/api'
import { GapMeter } from '@/features/issues/components/gap-meter'
import { IssueMoves } from '@/features/issues/components/moves'
import { OwnPart } from '@/features/issues/components/own-part'
import { Participants } from '@/features/issues/components/participants'
import { IssueStateBadge } from '@/features/issues/components/state-badge'
import { outcomeKey } from '@/features/outcomes/api'
import { PublishedOutcome } from '@/features/outcomes/components/published-outcome'
import { threadsQuery } from '@/features/threads/api'
import { NewThread } from '@/features/threads/components/new-thread'
import { ThreadList } from '@/features/threads/components/thread-list'
import { FollowSection } from '@/features/notifications/components/follow-section'
import { IssueStanding } from '@/features/notifications/components/issue-standing'
import { SeenHere } from '@/features/notifications/components/seen-here'
import { useI18n } from '@/i18n'
import { longDay } from '@/lib/dates'
import { Alert } from '@/ui/alert'
import { DataBadge } from '@/ui/badge'
import { ButtonLink } from '@/ui/button'
import { ConfirmButton } from '@/ui/confirm'
import { ServerHtml } from '@/ui/html'
import '@/features/issues/issues.css'

export default function IssuePage({ tenant, issue: id }: { tenant: string; issue: string }) {
  const client = useQueryClient()
  const query = useQuery(issueQuery(tenant, id))
  useEffect(() => {
    const stale = () => {
      void client.invalidateQueries({ queryKey: issueKey(tenant, id) })
      void client.invalidateQueries({ queryKey: outcomeKey(tenant, id) })
      void client.invalidateQueries({ queryKey: threadsQuery(tenant, id).queryKey })
    }
    return realtime().subscribe(`issue:${id}`, null, { onEvent: stale, onRefresh: stale })
  }, [client, tenant, id])
  return <Loaded query={query}>{(issue) => <IssueView tenant={tenant} issue={issue} />}</Loaded>
}

function IssueView({ tenant, issue }: { tenant: string; issue: Issue }) {
  const { t, locale } = useI18n()
  const client = useQueryClient()
  const me = useSession()
  const isOver = issue.state === 'closed' || issue.state === 'archived'
  return (
    <article>
      {me ? <SeenHere issue={issue.id} /> : null}
      <PageHead title={issue.title || t('issue-untitled')} crumb={{ href: paths.issues(tenant), name: t('issues-title') }}>
        <div className="np-row">
          <IssueStateBadge state={issue.state} />
          {issue.terms.map((term) => (
            <DataBadge key={term.id}>{term.name}</DataBadge>
          ))}
        </div>
      </PageHead>
      <div className="np-columns">
        <div className="np-stack np-stack--loose">
          <PublishedOutcome tenant={tenant} issue={issue.id} expected={isOver} />
          {issue.stateReason ? (
            <Alert kind="warning">
              <h2>{t(issue.state === 'declined' ? 'issue-reason-declined' : 'issue-reason-given')}</h2>
              <p dir="auto">{issue.stateReason}</p>
              {issue.state === 'declined' && issue.nextStates.some(({ state }) => state === 'proposed') ? <p>{t('issue-declined-again')}</p> : null}
            </Alert>
          ) : null}
          {issue.proposedBy ? <p className="np-soft">{t('issue-proposed-by', { name: issue.proposedBy })}</p> : null}
          {issue.state === 'proposed' && !issue.can.manage ? <Alert kind="info">{t('issue-proposed-waits')}</Alert> : null}
          <p className="np-question" dir="auto">
            {issue.coreQuestion}
          </p>
          <section className="np-stack np-stack--tight">
            <h2>{t('issue-why-now')}</h2>
            <p className="np-prose np-prose--plain" dir="auto">
              {issue.whyNow}
            </p>
          </section>
          {issue.backgroundHtml ? (
            <section className="np-stack np-stack--tight">
              <h2>{t('issue-background')}</h2>
              <ServerHtml html={issue.backgroundHtml} />
            </section>
          ) : null}
          <Threads tenant={tenant} issue={issue} />
        </div>
        <div className="np-stack">
          <section className="np-acts np-no-print" aria-label={t('issue-actions')}>
            {issue.can.invite ? <ButtonLink href={paths.invite(tenant, issue.id)}>{t('issue-invite')}</ButtonLink> : null}
            {issue.can.writeOutcome ? (
              <ButtonLink appearance="secondary" href={paths.outcome(tenant, issue.id)}>
                {t('issue-write-outcome')}
              </ButtonLink>
            ) : null}
            {issue.can.change ? (
              <ButtonLink appearance="secondary" href={paths.editIssue(tenant, issue.id)}>
                {t('issue-edit')}
              </ButtonLink>
            ) : null}
            <IssueMoves tenant={tenant} issue={issue} secondary={issue.can.invite} onMoved={(moved) => client.setQueryData(issueKey(tenant, issue.id), moved)} />
          </section>
          {isOver ? null : <GapMeter perspectives={issue.perspectives} />}
          {me ? <IssueStanding issue={issue.id} /> : null}
          <FollowSection terms={issue.terms} />
          {issue.role && me ? <OwnPart tenant={tenant} issue={issue} memberships={me.memberships} /> : null}
          {issue.can.seeParticipants ? (
            <div className="np-no-print">
              <Participants tenant={tenant} issue={issue.id} />
            </div>
          ) : null}
          {issue.can.leave ? (
            <div className="np-no-print">
              <ConfirmButton label={t('issue-leave')} title={t('issue-leave-title')} act={() => leaveIssue(tenant, issue.id)} onDone={() => go(paths.overview())}>
                {t('issue-leave-text')}
              </ConfirmButton>
            </div>
          ) : null}
          {issue.plannedEnd && !isOver ? <p className="np-soft">{t('issue-ends', { day: longDay(locale, issue.plannedEnd) })}</p> : null}
        </div>
      </div>
      <p className="np-print-only np-small">{t('printed-from', { address: location.href.replace(/[?#].*$/, '') })}</p>
    </article>
  )
}

function Threads({ tenant, issue }: { tenant: string; issue: Issue }) {
  const { t } = useI18n()
  const { data } = useQuery(threadsQuery(tenant, issue.id))
  if (!data || (data.length === 0 && !issue.can.openThread)) return null
  return (
    <section className="np-stack np-no-print">
      <h2>{t('threads-title')}</h2>
      {data.length > 0 ? <ThreadList tenant={tenant} threads={data} /> : <p className="np-soft">{t('threads-none')}</p>}
      {issue.can.openThread ? <NewThread tenant={tenant} issue={issue.id} onStarted={(thread) => go(paths.thread(tenant, thread.id))} /> : null}
    </section>
  )
}
