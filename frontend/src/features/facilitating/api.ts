import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import { get, post, put, remove, tenantPath } from '@/api/client'
import type { Cockpit, IssueCockpit, PaceForm, ParkedList, ParkForm, RoomActList, SpeakNote, SpeakNoteForm, SuccessorForm, WordRule, WordRuleList } from '@/api/types'

/** How the conversations of an issue go, for whoever runs it. */
export const issueCockpitQuery = (tenant: string, issue: string) =>
  queryOptions({
    queryKey: ['issue-cockpit', tenant, issue],
    queryFn: ({ signal }) => get<IssueCockpit>(tenantPath(tenant, 'issues', issue, 'cockpit'), { signal }),
  })

/** How one conversation goes. */
export const cockpitQuery = (tenant: string, thread: string) =>
  queryOptions({
    queryKey: ['cockpit', tenant, thread],
    queryFn: ({ signal }) => get<Cockpit>(tenantPath(tenant, 'threads', thread, 'cockpit'), { signal }),
  })

export const setPace = (tenant: string, thread: string, form: PaceForm, version: number) => put<Cockpit>(tenantPath(tenant, 'threads', thread, 'pace'), { body: form, ifMatch: `"${String(version)}"` })

/** It goes on in another conversation, under other rules, and is closed itself. */
export const goOnIn = (tenant: string, thread: string, form: SuccessorForm) => put<undefined>(tenantPath(tenant, 'threads', thread, 'successor'), { body: form })

/** What was done to a conversation, for everybody who reads it. */
export const roomActsQuery = (tenant: string, thread: string) =>
  infiniteQueryOptions({
    queryKey: ['room-acts', tenant, thread],
    queryFn: ({ pageParam, signal }) => get<RoomActList>(tenantPath(tenant, 'threads', thread, 'acts'), { query: pageParam ? { cursor: pageParam } : {}, signal }),
    initialPageParam: '',
    getNextPageParam: (page) => page.next ?? undefined,
  })

const parked = (tenant: string, issue: string, ...rest: string[]) => tenantPath(tenant, 'issues', issue, 'parked-subjects', ...rest)

/** What is set aside in an issue, for who takes part. */
export const parkedQuery = (tenant: string, issue: string) =>
  queryOptions({
    queryKey: ['parked', tenant, issue],
    queryFn: ({ signal }) => get<ParkedList>(parked(tenant, issue), { signal }),
  })

export const parkSubject = (tenant: string, issue: string, form: ParkForm, idempotencyKey: string) => post<ParkedList>(parked(tenant, issue), { body: form, idempotencyKey })
export const takeUpSubject = (tenant: string, issue: string, subject: string, thread: string | null) => post<ParkedList>(parked(tenant, issue, subject, '_discuss'), { body: { thread } })

/** The words that an organisation watches. */
export const wordRulesQuery = (tenant: string) =>
  queryOptions({
    queryKey: ['word-rules', tenant],
    queryFn: ({ signal }) => get<WordRuleList>(tenantPath(tenant, 'word-rules'), { signal }),
  })

export const writeWordRules = (tenant: string, items: readonly WordRule[], version: number) => put<WordRuleList>(tenantPath(tenant, 'word-rules'), { body: { items }, ifMatch: `"${String(version)}"` })

const notes = (tenant: string, thread: string, ...rest: string[]) => tenantPath(tenant, 'threads', thread, 'speak-notes', ...rest)

/** A word to the reader from whoever runs the issue: one at most. */
export const ownNotesQuery = (tenant: string, thread: string) =>
  queryOptions({
    queryKey: ['speak-notes', tenant, thread],
    queryFn: ({ signal }) => get<{ items: SpeakNote[] }>(notes(tenant, thread), { signal }).then(({ items }) => items),
  })

export const inviteToSpeak = (tenant: string, thread: string, form: SpeakNoteForm, idempotencyKey: string) => post<unknown>(notes(tenant, thread), { body: form, idempotencyKey })
export const putNoteAway = (tenant: string, thread: string) => remove(notes(tenant, thread, '_me'))
export const refuseNotes = (tenant: string, thread: string) => post<unknown>(notes(tenant, thread, '_refuse'), {})
