import { type QueryClient, queryOptions } from '@tanstack/react-query'
import { get, post, put, remove, request, tenantPath } from '@/api/client'
import type { DraftMark, OwnReport, Participant, Post, PostFileForm, PostPage, PostSource, PostVersion, Regime, Thread, ThreadItem, ThreadList, WaitingPost } from '@/api/types'
import type { Ranges } from '@/lib/ranges'

const items = <T>(list: { items: T[] }): T[] => list.items

/** The conversations of an issue, with whether the reader may open one. */
export const threadListQuery = (tenant: string, issue: string) =>
  queryOptions({
    queryKey: ['threads', tenant, issue],
    queryFn: ({ signal }) => get<ThreadList>(tenantPath(tenant, 'issues', issue, 'threads'), { signal }),
  })

export const threadsQuery = (tenant: string, issue: string) => queryOptions({ ...threadListQuery(tenant, issue), select: items<ThreadItem> })

export const threadQuery = (tenant: string, thread: string) =>
  queryOptions({
    queryKey: ['thread', tenant, thread],
    queryFn: ({ signal }) => get<Thread>(tenantPath(tenant, 'threads', thread), { signal }),
    // Where the unread begins is decided once, when the page opens.
    staleTime: Infinity,
    gcTime: 0,
  })

/** What a conversation has become. Where the unread begins, and what was read when the page opened, stays as it was. */
export async function refreshThread(client: QueryClient, tenant: string, thread: string): Promise<void> {
  const { queryKey } = threadQuery(tenant, thread)
  const now = await get<Thread>(tenantPath(tenant, 'threads', thread))
  client.setQueryData(queryKey, (then) => then && { ...now, unread: then.unread, firstUnread: then.firstUnread ?? null, readRanges: then.readRanges })
}

/** Who takes part, as far as what is written needs it. */
export const roomPeopleQuery = (tenant: string, issue: string) =>
  queryOptions({
    queryKey: ['participants-named', tenant, issue],
    queryFn: ({ signal }) => get<{ items: Participant[] }>(tenantPath(tenant, 'issues', issue, 'participants'), { signal }).then(items),
    staleTime: 60_000,
  })

export type Part = { before: number } | { after: number } | { around: number } | Record<string, never>

export const loadPosts = (tenant: string, thread: string, part: Part & { limit?: number }, signal?: AbortSignal) =>
  get<PostPage>(tenantPath(tenant, 'threads', thread, 'posts'), { query: { ...part }, ...(signal ? { signal } : {}) })

export const firstPostsQuery = (tenant: string, thread: string, part: Part) =>
  queryOptions({
    queryKey: ['first-posts', tenant, thread, part],
    queryFn: ({ signal }) => loadPosts(tenant, thread, part, signal),
    staleTime: Infinity,
    gcTime: 0,
  })

export const startThread = (tenant: string, issue: string, form: { title: string; body: string; regime: Regime; kind: ThreadItem['kind']; lookedAtFirst: boolean; files: PostFileForm[] }, idempotencyKey: string) =>
  post<Thread>(tenantPath(tenant, 'issues', issue, 'threads'), { body: form, idempotencyKey })

/** A connection that hangs counts as no answer: what was asked is tried again, or looked after. */
export const PATIENCE = 20_000

export const sendPost = (tenant: string, thread: string, form: { body: string; quotes: string | null; files?: PostFileForm[]; translates?: { postId: string; version: number; language: string } }, idempotencyKey: string) =>
  post<Post | WaitingPost>(tenantPath(tenant, 'threads', thread, 'posts'), { body: form, idempotencyKey, timeout: PATIENCE })

/** `postKey` shows that it is one's own, where it has no author. */
export const loadSource = (tenant: string, id: string, postKey?: string) => request<PostSource>('GET', tenantPath(tenant, 'posts', id), { postKey })
/** What hangs on it stays when `files` is left out. */
export const editPost = (tenant: string, id: string, form: { body: string; files?: PostFileForm[] }, etag: string, postKey?: string) =>
  request<Post>('PATCH', tenantPath(tenant, 'posts', id), { body: form, ifMatch: etag, postKey })
/** What came back for editing, written otherwise. */
export const rewritePost = (tenant: string, decision: string, form: { body: string; files?: PostFileForm[] }) => post<undefined>(tenantPath(tenant, 'moderation-decisions', decision, '_rewrite'), { body: form })
export const withdrawPost = (tenant: string, id: string, postKey?: string) => remove(tenantPath(tenant, 'posts', id), { postKey, timeout: PATIENCE })

export interface ReportForm {
  reason: OwnReport['reason']
  words: string
  statedTrue: boolean
}
export const reportPost = (tenant: string, id: string, form: ReportForm, idempotencyKey: string) => post<OwnReport>(tenantPath(tenant, 'posts', id, 'reports'), { body: form, idempotencyKey })
export const reportTitle = (tenant: string, thread: string, form: ReportForm, idempotencyKey: string) => post<OwnReport>(tenantPath(tenant, 'threads', thread, 'reports'), { body: form, idempotencyKey })
export const reportIssue = (tenant: string, issue: string, form: ReportForm, idempotencyKey: string) => post<OwnReport>(tenantPath(tenant, 'issues', issue, 'reports'), { body: form, idempotencyKey })

export const versionsQuery = (tenant: string, id: string) =>
  queryOptions({
    queryKey: ['versions', tenant, id],
    queryFn: ({ signal }) => get<{ items: PostVersion[] }>(tenantPath(tenant, 'posts', id, 'versions'), { signal }).then(items),
    staleTime: 0,
  })

export const reportRead = (tenant: string, thread: string, ranges: Ranges, keepalive: boolean) =>
  put(tenantPath(tenant, 'threads', thread, 'read-ranges'), { body: { ranges }, keepalive })

export const markUnread = (tenant: string, thread: string, from: number) => remove(tenantPath(tenant, 'threads', thread, 'read-ranges'), { query: { from } })

const draftPath = (key: string) => `/v1/me/drafts/${encodeURIComponent(key)}`
export const loadServerDraft = (key: string) => get<{ body: string; updatedAt: string }>(draftPath(key))
export const saveServerDraft = (key: string, body: string, keepalive: boolean) => put(draftPath(key), { body: { body }, keepalive })
export const dropServerDraft = (key: string, keepalive: boolean) => remove(draftPath(key), { keepalive })
export const loadDraftMarks = () => get<{ items: DraftMark[] }>('/v1/me/drafts').then(items)
export const draftMarksQuery = queryOptions({ queryKey: ['draft-marks'], queryFn: loadDraftMarks, staleTime: 0 })
