import { queryOptions } from '@tanstack/react-query'
import { get, post, tenantPath } from '@/api/client'
import type { IssueRole, TenantRole, Term } from '@/api/types'

type FacetKind = 'expertise' | 'interest' | 'region'

/** Somebody who could be asked, and why. */
export interface Suggestion {
  person: string
  name: string
  reasons: { kind: FacetKind; term: Term }[]
  /** What they have seen and done, in their own words. */
  experience?: string | null
  /** ISO 639 codes. */
  languages: string[]
  /** This organisation asked them often this year. */
  askedOften: boolean
}

export type InvitationState = 'sent' | 'accepted' | 'declined' | 'later' | 'revoked' | 'expired'

/** An invitation, for whoever sent it. */
export interface Invitation {
  id: string
  name?: string | null
  email?: string | null
  /** In the issue, or in the organisation. */
  role: IssueRole | TenantRole
  /** What was said to this one. */
  text: string
  state: InvitationState
  delivery: 'queued' | 'sent' | 'refused'
  /** Why not, or not now. */
  reason?: string | null
  reminders: number
  sentAt: string
  expiresAt: string
  /** Of a guest: when taking part ends by itself. */
  until?: string | null
  can: { resend: boolean; revoke: boolean }
}

/** A person or an e-mail address, never both. */
export interface Invitee {
  person?: string
  email?: string
  text?: string
}

export type InviteOutcome = 'sent' | 'already-invited' | 'takes-part' | 'never-again' | 'not-available'

export interface InviteResult {
  person?: string | null
  email?: string | null
  outcome: InviteOutcome
}

interface List<T> {
  items: T[]
}

export const suggestionsQuery = (tenant: string, issue: string) =>
  queryOptions({
    queryKey: ['suggestions', tenant, issue],
    queryFn: ({ signal }) => get<List<Suggestion>>(tenantPath(tenant, 'issues', issue, 'suggestions'), { signal }).then((list) => list.items),
  })

export const invitationsQuery = (tenant: string, issue: string) =>
  queryOptions({
    queryKey: ['invitations', tenant, issue],
    queryFn: ({ signal }) => get<List<Invitation>>(tenantPath(tenant, 'issues', issue, 'invitations'), { signal }).then((list) => list.items),
  })

export const colleagueInvitationsQuery = (tenant: string) =>
  queryOptions({
    queryKey: ['colleague-invitations', tenant],
    queryFn: ({ signal }) => get<List<Invitation>>(tenantPath(tenant, 'invitations'), { signal }).then((list) => list.items),
  })

export const invitePeople = (tenant: string, issue: string, invitees: Invitee[], until: string | null, role: IssueRole, idempotencyKey: string) =>
  post<List<InviteResult>>(tenantPath(tenant, 'issues', issue, 'invitations'), { body: { invitees, until, role }, idempotencyKey }).then((list) => list.items)

export const resendInvitation = (tenant: string, invitation: string) => post<Invitation>(tenantPath(tenant, 'invitations', invitation, '_resend'))
export const revokeInvitation = (tenant: string, invitation: string) => post<Invitation>(tenantPath(tenant, 'invitations', invitation, '_revoke'))
