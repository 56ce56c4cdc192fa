import { useQuery, useQueryClient } from '@tanstack/react-query'
import { lazy, Suspense, useEffect } from 'react'
import { Redirect } from 'wouter'
import { lookAgain } from '@/api/look-again'
import { realtime } from '@/api/realtime'
import { useSession } from '@/api/session'
import type { Issue } from '@/api/types'
import { Loaded } from '@/app/loaded'
import { PageHead } from '@/app/layouts/page-head'
import { PrintedFrom } from '@/app/layouts/printed-from'
import { ShareButton } from '@/app/layouts/share-button'
import { paths } from '@/app/paths'
import { isPublic } from '@/features/issues/acts'
import { issueKey, issueQuery } from '@/features/issues/api'
import { Audience } from '@/features/issues/components/audience'
import { GapMeter } from '@/features/issues/components/gap-meter'
import { IssueStateBadge } from '@/features/issues/components/state-badge'
import { joiningActs } from '@/features/issues/joining'
import { outcomeKey } from '@/features/outcomes/api'
import { PublishedOutcome } from '@/features/outcomes/components/published-outcome'
import { tenantQuery } from '@/features/tenants/api'
import { threadsQuery } from '@/features/threads/api'
import { ReportIssue } from '@/features/threads/components/report-title'
import { useI18n } from '@/i18n'
import { useWritten } from '@/i18n/written'
import { longDay } from '@/lib/dates'
import { loadPart } from '@/lib/load-part'
import { Alert } from '@/ui/alert'
import { DataBadge } from '@/ui/badge'
import { ServerHtml } from '@/ui/html'
import { Skeleton } from '@/ui/states'
import { IssueAnswer } from './issue-answer'
import { RoomThreads } from './room-threads'
import '@/features/issues/issues.css'

// Only for who may do something here, or takes part.
const IssueActs = lazy(() => loadPart(() => import('@/features/issues/components/issue-acts')))
const Shelf = lazy(() => loadPart(() => import('@/features/knowledge/components/shelf')))
const OrientationCall = lazy(() => loadPart(() => import('@/features/issues/components/orientation-call')))
const IssueMember = lazy(() => loadPart(() => import('./issue-member')))

export default function IssuePage({ tenant, issue: id }: { tenant: string; issue: string }) {
  const client = useQueryClient()
  const query = useQuery(issueQuery(tenant, id))
  useEffect(() => {
    const stale = () => void lookAgain(client, issueKey(tenant, id), outcomeKey(tenant, id), threadsQuery(tenant, id).queryKey)
    return realtime().subscribe(`issue:${id}`, null, { onEvent: stale, onRefresh: stale })
  }, [client, tenant, id])
  return <Loaded query={query}>{(issue) => (issue.kind === 'network' ? <Redirect to={paths.network(tenant, id)} replace /> : <IssueView tenant={tenant} issue={issue} />)}</Loaded>
}

function IssueView({ tenant, issue }: { tenant: string; issue: Issue }) {
  const { t } = useI18n()
  const written = useWritten()
  const client = useQueryClient()
  const { can } = issue
  const joining = joiningActs(tenant, issue, useSession())
  const hasActs = joining.length > 0 || can.invite || can.writeOutcome || can.change || issue.nextStates.length > 0
  return (
    <article>
      <PageHead title={issue.title || t('issue-untitled')} lang={written(issue.title)} crumb={{ href: paths.issues(tenant), name: t('issues-title') }}>
        <div className="np-row">
          <IssueStateBadge state={issue.state} />
          {issue.terms.map((term) => (
            <DataBadge key={term.id}>{term.name}</DataBadge>
          ))}
        </div>
        <Together tenant={tenant} joined={issue.joined} />
        <Audience issue={issue} />
        {isPublic(issue) ? <ShareButton title={issue.title} /> : null}
        {hasActs ? (
          <Suspense fallback={<Skeleton lines={1} />}>
            <IssueActs tenant={tenant} issue={issue} extra={joining} onMoved={(moved) => client.setQueryData(issueKey(tenant, issue.id), moved)} />
          </Suspense>
        ) : null}
      </PageHead>
      <div className="np-columns">
        <div className="np-stack np-stack--loose">
          <PublishedOutcome tenant={tenant} issue={issue.id} expected={isOver(issue)} />
          <Standing tenant={tenant} issue={issue} />
          {issue.state === 'orientation' && issue.role ? (
            <Suspense fallback={<Skeleton lines={1} />}>
              <OrientationCall tenant={tenant} issue={issue.id} />
            </Suspense>
          ) : null}
          {isGone(issue) ? <Alert kind="info">{t('issue-text-gone')}</Alert> : <Question issue={issue} />}
          <RoomThreads tenant={tenant} issue={issue} />
          <Suspense fallback={null}>
            <Shelf tenant={tenant} source={issue.id} kind="issue" />
          </Suspense>
          {issue.backgroundHtml ? (
            <section className="np-stack np-stack--tight">
              <h2>{t('issue-background')}</h2>
              <ServerHtml html={issue.backgroundHtml} />
            </section>
          ) : null}
          {issue.state === 'draft' || isGone(issue) ? null : <ReportIssue tenant={tenant} id={issue.id} />}
        </div>
        <Beside tenant={tenant} issue={issue} />
      </div>
      <PrintedFrom code={isPublic(issue) ? paths.issueCode(tenant, issue.id) : undefined} />
    </article>
  )
}

function Question({ issue }: { issue: Issue }) {
  const { t } = useI18n()
  const written = useWritten()
  return (
    <>
      <p className="np-question" dir="auto" lang={written(issue.coreQuestion)}>
        {issue.coreQuestion}
      </p>
      <section className="np-stack np-stack--tight">
        <h2>{t('issue-why-now')}</h2>
        <p className="np-prose np-prose--plain" dir="auto" lang={written(issue.whyNow)}>
          {issue.whyNow}
        </p>
      </section>
    </>
  )
}

/** Whose it is, when several organisations pick it up together. */
function Together({ tenant, joined }: { tenant: string; joined: Issue['joined'] }) {
  const { t } = useI18n()
  const { data: owner } = useQuery({ ...tenantQuery(tenant), enabled: joined.length > 0 })
  if (joined.length === 0) return null
  const names = joined.map(({ name }) => name).join(', ')
  return <p className="np-together">{owner ? t('issue-together', { owner: owner.data.name, joined: names }) : t('issue-with', { name: names })}</p>
}

/** Its text was taken away, and nobody wrote another one yet: nothing is out in the world without a question. */
const isGone = (issue: Issue): boolean => issue.state !== 'draft' && issue.coreQuestion === ''

const isOver = (issue: Issue): boolean => issue.state === 'closed' || issue.state === 'archived'

/** Where the issue stands, when that needs words. */
function Standing({ tenant, issue }: { tenant: string; issue: Issue }) {
  const { t } = useI18n()
  const written = useWritten()
  return (
    <>
      {issue.stateReason ? (
        <Alert kind={issue.state === 'open' ? 'info' : 'warning'}>
          <h2>{t(issue.state === 'declined' ? 'issue-reason-declined' : 'issue-reason-given')}</h2>
          <p dir="auto" lang={written(issue.stateReason)}>{issue.stateReason}</p>
          {issue.state === 'declined' && issue.nextStates.some(({ state }) => state === 'proposed') ? <p>{t('issue-declined-again')}</p> : null}
        </Alert>
      ) : null}
      {issue.proposedBy ? <p className="np-soft">{t('issue-proposed-by', { name: issue.proposedBy })}</p> : null}
      <IssueAnswer tenant={tenant} issue={issue} now={new Date()} />
    </>
  )
}

function Beside({ tenant, issue }: { tenant: string; issue: Issue }) {
  const { t, locale } = useI18n()
  const me = useSession()
  return (
    <div className="np-stack">
      <GapMeter issue={issue} />
      {issue.plannedEnd && !isOver(issue) ? <p className="np-soft">{t('issue-ends', { day: longDay(locale, issue.plannedEnd) })}</p> : null}
      {me ? (
        <Suspense fallback={<Skeleton />}>
          <IssueMember tenant={tenant} issue={issue} />
        </Suspense>
      ) : null}
      {me === null && issue.state === 'open' ? (
        <p className="np-no-print">
          {t('hand-visitor')} <a href={paths.signIn(paths.issue(tenant, issue.id))}>{t('sign-in')}</a>
        </p>
      ) : null}
    </div>
  )
}
