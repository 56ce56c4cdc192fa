import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import { get, post } from '@/api/client'
import type { IssueState } from '@/api/types'

export type NotificationKind =
  | 'thread-opened'
  | 'replied'
  | 'issue-moved'
  | 'proposal-received'
  | 'proposal-accepted'
  | 'proposal-declined'
  | 'issue-published'
  | 'outcome-published'
  | 'outcome-review-due'
  | 'outcome-reviewed'
  | 'product-published'
  | 'invitation-received'
  | 'invitation-accepted'
  | 'invitation-declined'
  | 'hand-raised'
  | 'hand-objected'
  | 'hand-late'
  | 'hand-refused'
  | 'waves-ended'
  | 'network-quiet'
  | 'network-rules'
  | 'orientation-ends'
  | 'orientation-over'
  | 'network-turned'
  | 'network-merging'
  | 'tie-asked'
  | 'tie-news'
  | 'talk-proposed'
  | 'talk-declined'
  | 'talk-asked'
  | 'talk-ended'
  | 'nomination-asked'
  | 'contact-asked'
  | 'evaluation-asked'
  | 'agreement-put'
  | 'report-due'
  | 'agreement-ended'
  | 'join-asked'
  | 'join-accepted'
  | 'join-declined'
  | 'join-ended'
  | 'handover-offered'
  | 'handover-answered'
  | 'handover-taken'
  | 'answer-accepted'
  | 'question-answered'
  | 'named'
  | 'concern-heard'
  | 'task-given'
  | 'task-due'
  | 'task-returned'
  | 'speak-invited'
  | 'emergency-asked'
  | 'emergency-opened'
  | 'emergency-answered'
  | 'hold-set'
  | 'hold-lengthened'
  | 'hold-ended'
  | 'hold-ends-soon'
  | 'report-received'
  | 'report-waiting'
  | 'post-waiting'
  | 'post-returned'
  | 'post-moderated'
  | 'report-decided'
  | 'appeal-waiting'
  | 'appeal-answered'
  | 'part-ends'
  | 'proposal-late'
  | 'issue-lingers'

export type Reason = 'you-are-named' | 'you-take-part' | 'you-took-part' | 'your-organisation-joined' | 'you-wrote' | 'you-convene' | 'you-are-asked' | 'you-invited' | 'you-review' | 'you-facilitate' | 'you-raised' | 'you-ask' | 'you-can-be-found' | 'you-hand-over' | 'you-asked' | 'you-posted' | 'you-reported' | 'you-moderate' | 'you-own' | 'you-follow-issue' | 'you-follow-theme' | 'you-follow-region' | 'you-follow-organisation'

export interface Notification {
  id: string
  kind: NotificationKind
  reason: Reason
  /** Of what is moderated. */
  about?: 'post' | 'title' | 'issue'
  /** What a colleague said to a handover. */
  accepted?: boolean
  /** The theme, the region or the organisation that the reader follows. */
  reasonAbout?: string
  /** Who wrote it, as the room knows them. */
  name?: string
  /** Until when somebody takes part. */
  until?: string
  /** Why nothing happens in the issue. */
  lingers?: 'end-passed' | 'unconcluded' | 'silent' | 'paused'
  state?: IssueState
  stateReason?: string
  createdAt: string
  seen: boolean
  link: {
    tenant: string
    tenantName: string
    issue?: string
    issueTitle?: string
    thread?: string
    threadTitle?: string
    seq?: number
    product?: string
    productTitle?: string
    /** The token of the invitation that waits for the reader. */
    invitation?: string
  }
}

export const notificationsKey = ['notifications']

/** How many wait. */
export const unreadQuery = queryOptions({
  queryKey: [...notificationsKey, 'unread'],
  queryFn: ({ signal }) => get<{ unread?: number }>('/v1/me/notifications', { query: { limit: 1 }, signal }),
})

export const notificationsQuery = infiniteQueryOptions({
  queryKey: [...notificationsKey, 'list'],
  queryFn: ({ pageParam, signal }) => get<{ items: Notification[]; next?: string | null; unread: number }>('/v1/me/notifications', { query: { cursor: pageParam, limit: 30 }, signal }),
  initialPageParam: '',
  getNextPageParam: (page) => page.next ?? undefined,
})

/** These, those of a conversation, those of an issue itself; or all of them. */
export type Seen = { ids: string[] } | { thread: string } | { issue: string } | Record<string, never>
export const seeNotifications = (which: Seen = {}) => post('/v1/me/notifications/_seen', { body: which })
