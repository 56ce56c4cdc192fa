import { queryOptions } from '@tanstack/react-query'
import { get, post, tenantPath } from '@/api/client'

/** That somebody is asked, and until when: the same whatever the answer is. */
export interface Nomination {
  id: string
  motivation: string
  askedAt: string
  until: string
}

/** Whom: somebody of the directory, or an address. */
export interface NominationForm {
  person?: string
  email?: string
  motivation: string
}

export type RequestState = 'waiting' | 'answered' | 'declined'

/** A network that was asked, for who asked. */
export interface AskedNetwork {
  id: string
  network: string
  networkName?: string | null
  text: string
  state: RequestState
  reason?: string | null
  askedAt: string
  until: string
}

/** What a network was asked, for who looks after it. */
export interface CircleRequest {
  id: string
  issueTitle: string
  coreQuestion: string
  name: string
  text: string
  sought: string[]
  state: RequestState
  askedAt: string
  until: string
  can: { nominate: boolean; decline: boolean }
}

const list = <T>(path: string, signal: AbortSignal) => get<{ items: T[] }>(path, { signal }).then((found) => found.items)

export const nominationsQuery = (tenant: string, issue: string) =>
  queryOptions({
    queryKey: ['nominations', tenant, issue],
    queryFn: ({ signal }) => list<Nomination>(tenantPath(tenant, 'issues', issue, 'nominations'), signal),
  })

export const nominate = (tenant: string, issue: string, form: NominationForm, idempotencyKey: string) =>
  post<Nomination>(tenantPath(tenant, 'issues', issue, 'nominations'), { body: form, idempotencyKey })

export const askedNetworksQuery = (tenant: string, issue: string) =>
  queryOptions({
    queryKey: ['nomination-requests', tenant, issue],
    queryFn: ({ signal }) => list<AskedNetwork>(tenantPath(tenant, 'issues', issue, 'nomination-requests'), signal),
  })

export const askNetwork = (tenant: string, issue: string, form: { network: string; text: string }, idempotencyKey: string) =>
  post<AskedNetwork>(tenantPath(tenant, 'issues', issue, 'nomination-requests'), { body: form, idempotencyKey })

const circle = (tenant: string, network: string, ...rest: string[]) => tenantPath(tenant, 'networks', network, 'nomination-requests', ...rest)

export const circleRequestsQuery = (tenant: string, network: string) =>
  queryOptions({
    queryKey: ['circle-requests', tenant, network],
    queryFn: ({ signal }) => list<CircleRequest>(circle(tenant, network), signal),
  })

export const nominateFromCircle = (tenant: string, network: string, request: string, form: NominationForm, idempotencyKey: string) =>
  post<Nomination>(circle(tenant, network, request, 'nominations'), { body: form, idempotencyKey })

export const declineForCircle = (tenant: string, network: string, request: string, reason: string) =>
  post<CircleRequest>(circle(tenant, network, request, '_decline'), { body: { reason } })
