import type { SheetResults } from '@/api/types'
import type { PlainKey } from '@/i18n'
import type { Tone } from '@/ui/badge'
import type { HallLinkState } from './halls-api'
import type { HandState } from './hands-api'
import type { Progress } from './progress'
import type { RequestState } from './nominations-api'
import type { Invitation, InvitationState, InviteOutcome, Suggestion } from './api'
import type { PlanEnding, PlanState } from './waves-api'

const STATE: Record<InvitationState, { key: PlainKey; tone: Tone }> = {
  sent: { key: 'invitation-sent', tone: 'neutral' },
  accepted: { key: 'invitation-accepted', tone: 'success' },
  declined: { key: 'invitation-declined', tone: 'warning' },
  later: { key: 'invitation-later', tone: 'neutral' },
  revoked: { key: 'invitation-revoked', tone: 'neutral' },
  expired: { key: 'invitation-expired', tone: 'warning' },
}

export const HAND: Record<HandState, { key: PlainKey; tone: Tone }> = {
  raised: { key: 'hand-state-raised', tone: 'warning' },
  objected: { key: 'hand-state-objected', tone: 'warning' },
  invited: { key: 'hand-state-invited', tone: 'success' },
  refused: { key: 'hand-state-refused', tone: 'neutral' },
}

export const ASKED_NETWORK: Record<RequestState, { key: PlainKey; tone: Tone }> = {
  waiting: { key: 'circle-state-waiting', tone: 'warning' },
  answered: { key: 'circle-state-answered', tone: 'success' },
  declined: { key: 'circle-state-declined', tone: 'neutral' },
}

export const PLAN: Record<PlanState, { key: PlainKey; tone: Tone }> = {
  running: { key: 'waves-running', tone: 'success' },
  paused: { key: 'waves-paused', tone: 'warning' },
  ended: { key: 'waves-ended', tone: 'neutral' },
}

export const ENDING: Record<PlanEnding, PlainKey> = {
  filled: 'waves-ending-filled',
  enough: 'waves-ending-enough',
  'nobody-left': 'waves-ending-nobody-left',
  stopped: 'waves-ending-stopped',
  closed: 'waves-ending-closed',
  'no-right': 'waves-ending-no-right',
  'too-long': 'waves-ending-too-long',
}

export const HALL: Record<HallLinkState, { key: PlainKey; tone: Tone }> = {
  open: { key: 'hall-state-open', tone: 'success' },
  full: { key: 'hall-state-full', tone: 'warning' },
  over: { key: 'hall-state-over', tone: 'neutral' },
  ended: { key: 'hall-state-ended', tone: 'neutral' },
}

/** Roles that are said with an invitation: the others of an issue go without saying. */
export const ROLE: Partial<Record<Invitation['role'], PlainKey>> = {
  translator: 'role-translator',
  member: 'tenant-role-member',
  publisher: 'tenant-role-publisher',
  convener: 'tenant-role-convener',
  owner: 'tenant-role-owner',
}

/** A mail that never arrived matters more than that it was sent. */
export const stateOf = (invitation: Pick<Invitation, 'state' | 'delivery'>): { key: PlainKey; tone: Tone } =>
  invitation.delivery === 'refused' && invitation.state === 'sent' ? { key: 'invitation-undelivered', tone: 'danger' } : STATE[invitation.state]

export const PROGRESS = {
  undelivered: 'invitations-undelivered',
  waiting: 'invitations-waiting',
  accepted: 'invitations-accepted',
  declined: 'invitations-declined',
  over: 'invitations-over',
} as const satisfies Record<Progress, string>

export const OUTCOME: Record<InviteOutcome, PlainKey> = {
  sent: 'invite-outcome-sent',
  'already-invited': 'invite-outcome-already-invited',
  'takes-part': 'invite-outcome-takes-part',
  'never-again': 'invite-outcome-never-again',
  'not-available': 'invite-outcome-not-available',
}

export const SHEET_OUTCOME: Record<SheetResults['items'][number]['outcome'], PlainKey> = {
  ...OUTCOME,
  'not-an-address': 'sheet-outcome-not-an-address',
  'unknown-language': 'sheet-outcome-unknown-language',
  twice: 'sheet-outcome-twice',
}

export const REASON = {
  expertise: 'invite-reason-expertise',
  interest: 'invite-reason-interest',
  region: 'invite-reason-region',
} as const satisfies Record<Suggestion['reasons'][number]['kind'], string>
