import { queryOptions } from '@tanstack/react-query'
import { get, post, put, remove } from '@/api/client'
import { everyPage } from '@/api/every-page'
import type { Reason } from './api'

export type Level = 'at-once' | 'daily' | 'weekly' | 'off'
export type Topic = 'talk' | 'progress' | 'outcomes' | 'new'

export interface Preference {
  levels: Record<Topic, Level>
  /** The hour of overviews, 0 to 23. */
  hour: number
  /** 1 is Monday. */
  weekday: number
}

export const preferenceQuery = queryOptions({
  queryKey: ['notification-preference'],
  queryFn: ({ signal }) => get<Preference>('/v1/me/notification-preferences', { signal }),
})

export const choosePreference = (wanted: Preference) => put<Preference>('/v1/me/notification-preferences', { body: wanted })

/** Why one hears of an issue, and how soon. */
export interface Standing {
  /** Null: as for every issue. */
  level: Level | null
  /** Null: one does not hear of it. */
  reason: Reason | null
  follow: string | null
}

const levelPath = (issue: string) => `/v1/me/issue-levels/${encodeURIComponent(issue)}`

export const standingQuery = (issue: string) =>
  queryOptions({
    queryKey: ['standing', issue],
    queryFn: ({ signal }) => get<Standing>(levelPath(issue), { signal }),
  })

export const chooseIssueLevel = (issue: string, level: Level | null) => (level ? put(levelPath(issue), { body: { level } }) : remove(levelPath(issue)))

export interface ChosenLevel {
  issue: string
  title: string
  tenant: string
  level: Level
}

export const chosenLevelsQuery = queryOptions({
  queryKey: ['standing', 'all'],
  queryFn: ({ signal }) => get<{ items: ChosenLevel[] }>('/v1/me/issue-levels', { signal }).then((list) => list.items),
})

export type FollowKind = 'theme' | 'region' | 'issue' | 'organisation'

export interface Follow {
  id: string
  kind: FollowKind
  subject: string
  name: string
  /** Of an issue: its organisation; of an organisation: itself. */
  tenant?: string
}

/** All of it: whether one follows something is looked up in it. */
export const followsQuery = queryOptions({
  queryKey: ['follows'],
  queryFn: ({ signal }) => everyPage((page) => get<{ items: Follow[]; next?: string | null }>('/v1/me/follows', { query: page, signal })),
})

export const follow = (kind: FollowKind, subject: string) => post<{ id: string }>('/v1/me/follows', { body: { kind, subject } })
export const unfollow = (id: string) => remove(`/v1/me/follows/${encodeURIComponent(id)}`)
