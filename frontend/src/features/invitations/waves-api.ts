import { queryOptions } from '@tanstack/react-query'
import { get, post, remove, tenantPath } from '@/api/client'
import type { Invitee, InviteOutcome } from './api'

export type PlanState = 'running' | 'paused' | 'ended'
export type PlanEnding = 'filled' | 'enough' | 'nobody-left' | 'stopped' | 'closed' | 'no-right' | 'too-long'

/** Somebody on the list who was not asked: not yet, or not at all. */
export interface WaveInvitee {
  id: string
  name?: string | null
  /** When no person was chosen. */
  email?: string | null
  outcome?: InviteOutcome | null
}

/** People who are asked some at a time; only its maker sees it. */
export interface WavePlan {
  id: string
  state: PlanState
  ending?: PlanEnding | null
  size: number
  waitDays: number
  enough?: number | null
  waves: number
  asked: number
  accepted: number
  nextAt?: string | null
  /** When nothing is left of it, once it ended. */
  forgottenAt?: string | null
  waiting: WaveInvitee[]
  skipped: WaveInvitee[]
}

/** How many, how often, and until when. */
export interface Rhythm {
  size: number
  waitDays: number
  enough?: number
}

interface Plans {
  items: WavePlan[]
}

const plans = (tenant: string, issue: string, ...rest: string[]) => tenantPath(tenant, 'issues', issue, 'wave-plans', ...rest)

export const wavePlansQuery = (tenant: string, issue: string) =>
  queryOptions({
    queryKey: ['wave-plans', tenant, issue],
    queryFn: ({ signal }) => get<Plans>(plans(tenant, issue), { signal }).then((list) => list.items),
  })

export const planWaves = (tenant: string, issue: string, rhythm: Rhythm, invitees: Invitee[], idempotencyKey: string) =>
  post<Plans>(plans(tenant, issue), { body: { ...rhythm, invitees }, idempotencyKey }).then((list) => list.items)
export const addToWaves = (tenant: string, issue: string, plan: string, invitees: Invitee[], idempotencyKey: string) =>
  post<Plans>(plans(tenant, issue, plan, 'invitees'), { body: { invitees }, idempotencyKey }).then((list) => list.items)
export const takeOffWaves = (tenant: string, issue: string, plan: string, invitee: string) => remove(plans(tenant, issue, plan, 'invitees', invitee))
export const moveWaves = (tenant: string, issue: string, plan: string, act: '_pause' | '_resume' | '_stop') => post<Plans>(plans(tenant, issue, plan, act))

/** The list that people can still be put on. */
export const openPlan = (all: readonly WavePlan[]): WavePlan | undefined => all.find(({ state }) => state !== 'ended')
