import type { PlainKey } from '@/i18n'
import type { NotificationKind, Reason } from './api'

export const WHAT: Record<NotificationKind, PlainKey> = {
  'thread-opened': 'notification-thread-opened',
  replied: 'notification-replied',
  'issue-moved': 'notification-issue-moved',
  'proposal-received': 'notification-proposal-received',
  'proposal-accepted': 'notification-proposal-accepted',
  'proposal-declined': 'notification-proposal-declined',
  'issue-published': 'notification-issue-published',
  'outcome-published': 'notification-outcome-published',
  'outcome-review-due': 'notification-outcome-review-due',
  'product-published': 'notification-product-published',
  'invitation-accepted': 'notification-invitation-accepted',
  'invitation-declined': 'notification-invitation-declined',
}

export const WHY: Record<Reason, PlainKey> = {
  'you-take-part': 'reason-you-take-part',
  'you-wrote': 'reason-you-wrote',
  'you-convene': 'reason-you-convene',
  'you-invited': 'reason-you-invited',
  'you-review': 'reason-you-review',
  'you-follow-issue': 'reason-you-follow-issue',
  'you-follow-theme': 'reason-you-follow-theme',
  'you-follow-region': 'reason-you-follow-region',
}
