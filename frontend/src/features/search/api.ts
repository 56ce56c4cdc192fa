import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query'
import { get } from '@/api/client'
import { againAfter, askAgain } from '@/api/look-again'
import { isProblem } from '@/api/problems'
import type { components } from '@/api/schema'
import { isAskable, type SearchFilter, SHORTEST } from './filter'

type Schemas = components['schemas']
export type Hit = Schemas['HitView']
export type FoundPerson = Schemas['FoundPersonView']
export type Found = Schemas['SearchPage']
export type Suggestion = Schemas['Suggestion']

/** The index is being filled: it comes by itself. */
export const isUpdating = (error: unknown): boolean => isProblem(error, 503) && error.code === 'search.unavailable'

const MOMENT = 5_000

export const searchQuery = (filter: SearchFilter) =>
  infiniteQueryOptions({
    queryKey: ['search', filter],
    queryFn: ({ pageParam, signal }) => get<Found>('/v1/search', { query: { ...filter, cursor: pageParam, limit: 20 }, signal }),
    initialPageParam: '',
    getNextPageParam: (page) => page.next ?? undefined,
    enabled: isAskable(filter),
    placeholderData: keepPreviousData,
    retry: (failures, error) => askAgain(failures, error) && !isUpdating(error),
    refetchInterval: (query) => (isUpdating(query.state.error) ? MOMENT : againAfter(query)),
  })

/** Titles that what is typed may become. Nobody waits for them: a fault is no completion. */
export const suggestQuery = (words: string) =>
  queryOptions({
    queryKey: ['suggest', words],
    queryFn: async ({ signal }) => (await get<Schemas['CompletionList']>('/v1/search/_suggest', { query: { q: words }, signal })).items,
    enabled: Array.from(words).length >= SHORTEST,
    placeholderData: keepPreviousData,
    retry: false,
  })
