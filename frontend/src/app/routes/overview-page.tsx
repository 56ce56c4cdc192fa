import { useInfiniteQuery, useQuery, type UseQueryResult } from '@tanstack/react-query'
import { Loaded } from '@/app/loaded'
import { PageHead } from '@/app/layouts/page-head'
import { paths } from '@/app/paths'
import { useSession } from '@/api/session'
import { useNews } from '@/api/use-news'
import type { MyIssue } from '@/api/types'
import { EraseWaits } from '@/features/account/components/erase-waits'
import { erasureQuery } from '@/features/account/erasure-api'
import { contactsQuery } from '@/features/contacts/api'
import { ContactsWaiting } from '@/features/contacts/components/contacts-waiting'
import { myInvitationsQuery, type Waiting, waitingQuery } from '@/features/home/api'
import { myHandoversQuery } from '@/features/handovers/api'
import { WaitingList } from '@/features/home/components/waiting-list'
import { waitingHandsQuery } from '@/features/invitations/hands-api'
import { myIssuesQuery } from '@/features/issues/api'
import { IssueCard } from '@/features/issues/components/issue-card'
import { decidesFor, myJoinsQuery } from '@/features/joins/api'
import { unreadQuery } from '@/features/notifications/api'
import { myTasksQuery } from '@/features/threads/tasks-api'
import { Unfinished } from '@/features/threads/components/unfinished'
import { ThreadList } from '@/features/threads/components/thread-list'
import { useI18n } from '@/i18n'
import { Alert } from '@/ui/alert'
import { Button, ButtonLink } from '@/ui/button'
import { More } from '@/ui/more'
import { EmptyState } from '@/ui/states'
import { useWaitingReports } from './use-waiting-reports'

/** What somebody else may bring in while this page is open. */
const MINE = [myIssuesQuery, myInvitationsQuery, waitingQuery, waitingHandsQuery, myJoinsQuery, myHandoversQuery, myTasksQuery, contactsQuery, { queryKey: ['moderation-queue'] }].map(({ queryKey }) => queryKey)
const NOTHING_WAITS: Waiting = { proposals: [], reviews: [], lingering: [] }

/** What waits for me, in the order in which it waits. */
export default function OverviewPage() {
  const { t } = useI18n()
  const me = useSession()
  useNews(MINE)
  const query = useInfiniteQuery(myIssuesQuery)
  const invitations = useQuery(myInvitationsQuery)
  const waiting = useQuery(waitingQuery)
  const hands = useQuery(waitingHandsQuery)
  const joins = useQuery({ ...myJoinsQuery, enabled: decidesFor(me).length > 0 })
  const handovers = useQuery({ ...myHandoversQuery, enabled: (me?.memberships.length ?? 0) > 0 })
  const tasks = useQuery(myTasksQuery)
  const { reports, queries } = useWaitingReports(query.data?.pages.flatMap((page) => page.items) ?? [])
  const parts = [...queries, invitations, waiting, hands, joins, handovers, tasks, useQuery(contactsQuery), useQuery(unreadQuery)]
  const missing = parts.filter(isMissing)
  const waits = reports.length + (hands.data?.length ?? 0) + (tasks.data?.length ?? 0) + (handovers.data?.length ?? 0) + (invitations.data?.length ?? 0) + (joins.data?.length ?? 0) + (waiting.data ? waiting.data.proposals.length + waiting.data.reviews.length + waiting.data.lingering.length : 0)
  return (
    <div className="np-stack np-stack--loose">
      <PageHead title={me?.name ? t('overview-title', { name: me.name.split(' ')[0] ?? me.name }) : t('nav-overview')} />
      {me?.needsName ? (
        <Alert kind="info">
          <p>{t('overview-name')}</p>
          <a href={paths.profile()}>{t('overview-name-action')}</a>
        </Alert>
      ) : null}
      <Leaving />
      <ContactsWaiting />
      <Missing parts={missing} />
      {waiting.data || isMissing(waiting) ? <WaitingList invitations={invitations.data ?? []} hands={hands.data ?? []} joins={joins.data ?? []} handovers={handovers.data ?? []} tasks={tasks.data ?? []} reports={reports} waiting={waiting.data ?? NOTHING_WAITS} /> : null}
      <Loaded query={query}>
        {({ pages }) => {
          const issues = pages.flatMap((page) => page.items)
          return issues.length === 0 && waits === 0 && missing.length === 0 ? <Nothing /> : <Mine issues={issues} />
        }}
      </Loaded>
      <More query={query} />
    </div>
  )
}

/** Whoever asked to be erased reads so where they come in, and can stop it. */
function Leaving() {
  const { data, refetch } = useQuery(erasureQuery)
  return data?.asked ? <EraseWaits asked={data.asked} onStopped={() => void refetch()} /> : null
}

/** It failed and has never come since; while it is asked for again it is missing still. */
const isMissing = ({ data, errorUpdateCount }: UseQueryResult<unknown>) => data === undefined && errorUpdateCount > 0

/** What could not be fetched is not the same as what is not there. */
function Missing({ parts }: { parts: UseQueryResult<unknown>[] }) {
  const { t } = useI18n()
  if (parts.length === 0) return null
  return (
    <Alert kind="error">
      <p>{t('overview-missing')}</p>
      <Button busy={parts.some((part) => part.isFetching)} onClick={() => parts.forEach((part) => void part.refetch())}>
        {t('action-retry')}
      </Button>
    </Alert>
  )
}

function Nothing() {
  const { t } = useI18n()
  return (
    <EmptyState title={t('overview-none-title')} action={<ButtonLink href={paths.home()}>{t('overview-none-action')}</ButtonLink>}>
      {t('overview-none-text')}
    </EmptyState>
  )
}

const ENDED = new Set(['closed', 'archived', 'withdrawn'])

function Mine({ issues }: { issues: MyIssue[] }) {
  const { t } = useI18n()
  const unread = issues.filter((issue) => issue.unread > 0)
  const drafts = issues.filter((issue) => issue.unread === 0 && (issue.state === 'draft' || issue.state === 'declined'))
  const rest = issues.filter((issue) => !unread.includes(issue) && !drafts.includes(issue))
  return (
    <>
      <Unread issues={unread} />
      <Unfinished threads={issues.flatMap((issue) => issue.threads.map((thread) => ({ tenant: issue.tenant, id: thread.id, title: thread.title })))} />
      <Group title={t('overview-drafts')} issues={drafts} />
      <Group title={t('overview-issues')} issues={rest.filter((issue) => !ENDED.has(issue.state))} />
      <Group title={t('overview-ended')} issues={rest.filter((issue) => ENDED.has(issue.state))} />
    </>
  )
}

/** What is new, one click away. */
function Unread(props: { issues: MyIssue[] }) {
  const { t } = useI18n()
  if (props.issues.length === 0) return null
  return (
    <section className="np-stack">
      <h2>{t('overview-unread')}</h2>
      {props.issues.map((issue) => (
        <section key={issue.id} className="np-stack np-stack--tight np-wide-measure">
          <p>
            <a href={paths.issue(issue.tenant, issue.id)}>{issue.title}</a> <span className="np-soft np-small">{issue.tenantName}</span>
          </p>
          <ThreadList tenant={issue.tenant} threads={issue.threads.filter((thread) => thread.unread > 0)} />
        </section>
      ))}
    </section>
  )
}

function Group(props: { title: string; issues: MyIssue[] }) {
  if (props.issues.length === 0) return null
  return (
    <section className="np-stack">
      <h2>{props.title}</h2>
      <ul role="list" className="np-cards">
        {props.issues.map((issue) => (
          <IssueCard key={issue.id} issue={issue} tenantName={issue.tenantName} unread={issue.unread} />
        ))}
      </ul>
    </section>
  )
}
