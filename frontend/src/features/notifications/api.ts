import { infiniteQueryOptions } from '@tanstack/react-query'
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
  | 'product-published'
  | 'invitation-accepted'
  | 'invitation-declined'

export type Reason = 'you-take-part' | 'you-wrote' | 'you-convene' | 'you-invited' | 'you-review' | 'you-follow-issue' | 'you-follow-theme' | 'you-follow-region'

export interface Notification {
  id: string
  kind: NotificationKind
  reason: Reason
  /** The theme or region that the reader follows. */
  reasonAbout?: string
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
  }
}

export const notificationsKey = ['notifications']

export const notificationsQuery = infiniteQueryOptions({
  queryKey: [...notificationsKey, 'list'],
  queryFn: ({ pageParam, signal }) => get<{ items: Notification[]; next?: string | null; unread: number }>('/v1/me/notifications', { query: { cursor: pageParam, limit: 30 }, signal }),
  initialPageParam: '',
  getNextPageParam: (page) => page.next ?? undefined,
})

/** All of them. */
export const seeNotifications = () => post('/v1/me/notifications/_seen', { body: {} })
