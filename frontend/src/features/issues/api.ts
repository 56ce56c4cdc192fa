import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import { get, post, remove, request, tenantPath } from '@/api/client'
import { everyPage } from '@/api/every-page'
import type { Issue, IssueForm, IssueItem, IssueState, MyIssue, OwnPart, OwnPartForm, Participant, ReachReport } from '@/api/types'
import { endOfDay } from '@/lib/dates'

interface PageOf<T> {
  items: T[]
  next?: string | null
}

export interface IssueFilter {
  state: string
  theme: string
  region: string
}

export const issuesQuery = (tenant: string, filter: IssueFilter) =>
  infiniteQueryOptions({
    queryKey: ['issues', tenant, filter],
    queryFn: ({ pageParam, signal }) => get<PageOf<IssueItem>>(tenantPath(tenant, 'issues'), { query: { ...filter, cursor: pageParam, limit: 24 }, signal }),
    initialPageParam: '',
    getNextPageParam: (page) => page.next ?? undefined,
  })

export const issueKey = (tenant: string, issue: string) => ['issue', tenant, issue]
export const issueQuery = (tenant: string, issue: string) =>
  queryOptions({
    queryKey: issueKey(tenant, issue),
    queryFn: ({ signal }) => get<Issue>(tenantPath(tenant, 'issues', issue), { signal }),
  })

const participants = (tenant: string, issue: string) => tenantPath(tenant, 'issues', issue, 'participants')

export const participantsQuery = (tenant: string, issue: string) =>
  infiniteQueryOptions({
    queryKey: ['participants', tenant, issue],
    queryFn: ({ pageParam, signal }) => get<PageOf<Participant>>(participants(tenant, issue), { query: { cursor: pageParam }, signal }),
    initialPageParam: '',
    getNextPageParam: (page) => page.next ?? undefined,
  })

/** The same, all of them: to count them. */
export const everyParticipantQuery = (tenant: string, issue: string) =>
  queryOptions({
    queryKey: ['participants', tenant, issue, 'every'],
    queryFn: ({ signal }) => everyPage((page) => get<PageOf<Participant>>(participants(tenant, issue), { query: page, signal })),
  })

/** Who takes part, in numbers; none while there are too few. */
export const reachQuery = (tenant: string, issue: string) =>
  queryOptions({
    queryKey: ['reach', tenant, issue],
    queryFn: ({ signal }) => get<ReachReport>(tenantPath(tenant, 'issues', issue, 'reach-report'), { signal }),
  })

export const myIssuesQuery = infiniteQueryOptions({
  queryKey: ['my-issues'],
  queryFn: ({ pageParam, signal }) => get<PageOf<MyIssue>>('/v1/me/issues', { query: { cursor: pageParam, limit: 50 }, signal }),
  initialPageParam: '',
  getNextPageParam: (page) => page.next ?? undefined,
})

/** The same, all of them: to choose one. */
export const everyOwnIssueQuery = queryOptions({
  queryKey: ['my-issues', 'every'],
  queryFn: ({ signal }) => everyPage((page) => get<PageOf<MyIssue>>('/v1/me/issues', { query: page, signal })),
})

export const draftIssue = (tenant: string, form: IssueForm, idempotencyKey: string) => post<Issue>(tenantPath(tenant, 'issues'), { body: form, idempotencyKey })

export const changeIssue = (tenant: string, issue: string, form: IssueForm, version: number) =>
  request<Issue>('PATCH', tenantPath(tenant, 'issues', issue), { body: form, ifMatch: `"${String(version)}"` }).then((reply) => reply.data)

export const moveIssue = (tenant: string, issue: string, to: IssueState, reason: string | null) =>
  post<Issue>(tenantPath(tenant, 'issues', issue, '_move'), { body: { to, reason } })

export const discardDraft = (tenant: string, issue: string) => remove(tenantPath(tenant, 'issues', issue))
/** Until the end of this day. */
export const changeGuestEnd = (tenant: string, issue: string, person: string, day: string) =>
  request<Participant>('PUT', tenantPath(tenant, 'issues', issue, 'participants', person, 'end'), { body: { until: endOfDay(day) } }).then((reply) => reply.data)

/** Somebody takes part no longer, and gets the reason by mail. */
export const endPart = (tenant: string, issue: string, person: string, reason: string) =>
  post(tenantPath(tenant, 'issues', issue, 'participants', person, '_remove'), { body: { reason } })

export const leaveIssue = (tenant: string, issue: string) => remove(tenantPath(tenant, 'issues', issue, 'participants', '_me'))

/** What somebody may ask people for: the issues in which there is room, and which the reader runs. */
export const runningIssuesQuery = (tenant: string) =>
  queryOptions({
    queryKey: ['running-issues', tenant],
    queryFn: ({ signal }) => everyPage((page) => get<PageOf<IssueItem>>(tenantPath(tenant, 'issues'), { query: { ...page, state: 'orientation,open', kind: 'all' }, signal })),
    staleTime: 60_000,
  })

const LISTS: readonly unknown[] = ['issues', 'networks', 'my-issues', 'running-issues', 'agenda', 'waiting']

/** The queries whose answer a step of this issue may change: what is asked about it, also by other parts of the page, and the lists it may be in. */
export const touchedBy =
  (issue: string) =>
  ({ queryKey }: { queryKey: readonly unknown[] }): boolean =>
    queryKey.includes(issue) || LISTS.includes(queryKey[0])

/** What waits for a convener: proposals first, then what has to go on or come to an end. */
export const agendaQuery = (tenant: string) =>
  queryOptions({
    queryKey: ['agenda', tenant],
    queryFn: ({ signal }) => everyPage((page) => get<PageOf<IssueItem>>(tenantPath(tenant, 'issues'), { query: { ...page, state: 'proposed,orientation,open,concluding,paused', kind: 'all' }, signal })),
  })

export const ownPartQuery = (tenant: string, issue: string) =>
  queryOptions({
    queryKey: ['own-part', tenant, issue],
    queryFn: ({ signal }) => get<OwnPart>(tenantPath(tenant, 'issues', issue, 'participants', '_me'), { signal }),
  })

export const changeOwnPart = (tenant: string, issue: string, form: OwnPartForm) =>
  request<OwnPart>('PUT', tenantPath(tenant, 'issues', issue, 'participants', '_me'), { body: form }).then((reply) => reply.data)
