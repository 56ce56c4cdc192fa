import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import { get, post, put, tenantPath } from '@/api/client'
import type { ModerationCase, ModerationLog, ModerationQueue, OwnDecision, OwnReport, Post, StandardReason, StandardReasonList, WaitingPost } from '@/api/types'

const cases = (tenant: string, ...rest: string[]) => tenantPath(tenant, 'moderation-cases', ...rest)
const waiting = (tenant: string, ...rest: string[]) => tenantPath(tenant, 'waiting-posts', ...rest)
const decisions = (tenant: string, ...rest: string[]) => tenantPath(tenant, 'moderation-decisions', ...rest)

/** What the reader reported, in any organisation, and what came of it. */
export const ownReportsQuery = queryOptions({
  queryKey: ['own-reports'],
  queryFn: ({ signal }) => get<{ items: OwnReport[] }>('/v1/me/reports', { signal }).then((list) => list.items),
})

/** What was decided about the reader's own posts. */
export const ownDecisionsQuery = queryOptions({
  queryKey: ['own-decisions'],
  queryFn: ({ signal }) => get<{ items: OwnDecision[] }>('/v1/me/moderation-decisions', { signal }).then((list) => list.items),
})

/** What was decided about a post of which its room does not know whose it is; `postKey` shows that it is the reader's. */
export const decisionsAboutQuery = (tenant: string, id: string, postKey: string | undefined) =>
  queryOptions({
    queryKey: ['decisions-about', tenant, id],
    queryFn: ({ signal }) => get<{ items: OwnDecision[] }>(tenantPath(tenant, 'posts', id, 'moderation-decisions'), { signal, postKey }).then((list) => list.items),
  })

/** Which part of the queue: of one issue, of one conversation, or all. */
export type Part = { issue: string } | { thread: string } | Record<string, never>

/** What waits for a decision, or was decided. */
export const queueQuery = (tenant: string, decided: boolean, part: Part) =>
  infiniteQueryOptions({
    queryKey: ['moderation-queue', tenant, decided, part],
    queryFn: ({ pageParam, signal }) => get<ModerationQueue>(cases(tenant), { query: { decided: String(decided), ...part, ...(pageParam ? { cursor: pageParam } : {}) }, signal }),
    initialPageParam: '',
    getNextPageParam: (page) => page.next ?? undefined,
  })

/** What waits in an organisation for the reader's decision: how much, and since when. */
export interface WaitingCases {
  count: number
  /** There is more than is counted. */
  isMore: boolean
  since: string | null
}

export const waitingCasesQuery = (tenant: string) =>
  queryOptions({
    queryKey: ['moderation-queue', tenant, 'waiting'],
    queryFn: ({ signal }) =>
      get<ModerationQueue>(cases(tenant), { query: { decided: 'false', limit: 50 }, signal }).then(({ items, next }): WaitingCases => ({ count: items.length, isMore: Boolean(next), since: items[0]?.openedAt ?? null })),
  })

/** Posts that wait to be let through. */
export const waitingPostsQuery = (tenant: string, part: Part) =>
  infiniteQueryOptions({
    queryKey: ['waiting-posts', tenant, 'queue', part],
    queryFn: ({ pageParam, signal }) => get<{ items: WaitingPost[]; next: string | null }>(waiting(tenant), { query: { ...part, ...(pageParam ? { cursor: pageParam } : {}) }, signal }),
    initialPageParam: '',
    getNextPageParam: (page) => page.next ?? undefined,
  })

export const letThrough = (tenant: string, id: string) => post<Post>(waiting(tenant, id, '_admit'), {})
export const sendBack = (tenant: string, id: string, words: string) => post<undefined>(waiting(tenant, id, '_return'), { body: { words } })

export const caseQuery = (tenant: string, id: string) =>
  queryOptions({
    queryKey: ['moderation-case', tenant, id],
    queryFn: ({ signal }) => get<ModerationCase>(cases(tenant, id), { signal }),
  })

export const logQuery = (tenant: string, thread: string) =>
  infiniteQueryOptions({
    queryKey: ['moderation-log', tenant, thread],
    queryFn: ({ pageParam, signal }) => get<ModerationLog>(tenantPath(tenant, 'threads', thread, 'moderation-log'), { query: pageParam ? { cursor: pageParam } : {}, signal }),
    initialPageParam: '',
    getNextPageParam: (page) => page.next ?? undefined,
  })

export interface NewDecision {
  act: 'leave' | 'hide' | 'return' | 'remove' | 'retitle'
  /** What takes the place of a title. */
  title: string
  until: string | null
  warn: boolean
  pauseUntil: string | null
  ground: 'law' | 'rules' | null
  rule: string
  facts: string
}

export const claimCase = (tenant: string, id: string) => post<ModerationCase>(cases(tenant, id, '_claim'), {})
export const releaseCase = (tenant: string, id: string) => post<undefined>(cases(tenant, id, '_release'), {})
export const decideCase = (tenant: string, id: string, decision: NewDecision) => post<ModerationCase>(cases(tenant, id, '_decide'), { body: decision })
export const answerAppeal = (tenant: string, id: string, answer: { appeal: string; granted: boolean; facts: string }) => post<ModerationCase>(cases(tenant, id, '_answer'), { body: answer })
export const appealDecision = (tenant: string, id: string, words: string, idempotencyKey: string, postKey?: string) =>
  post<{ id: string }>(decisions(tenant, id, 'appeals'), { body: { words }, idempotencyKey, postKey })

/** The reasons that an organisation keeps ready for whoever decides. */
export const standardReasonsQuery = (tenant: string) =>
  queryOptions({
    queryKey: ['standard-reasons', tenant],
    queryFn: ({ signal }) => get<StandardReasonList>(tenantPath(tenant, 'standard-reasons'), { signal }),
  })

export const writeStandardReasons = (tenant: string, items: readonly StandardReason[], version: number) => put<StandardReasonList>(tenantPath(tenant, 'standard-reasons'), { body: { items }, ifMatch: `"${String(version)}"` })
