import { infiniteQueryOptions, keepPreviousData } from '@tanstack/react-query'
import { get } from '@/api/client'

export type HitKind = 'issue' | 'post' | 'outcome' | 'product'

export interface Hit {
  kind: HitKind
  /** An outcome goes by the id of its issue. */
  id: string
  tenant: string
  tenantName: string
  title: string
  /** Safe HTML, with marks around what was found. */
  snippet: string
  url: string
  at: string
}

interface Found {
  items: Hit[]
  total: number
  /** There is more than was counted. */
  more: boolean
  next?: string | null
}

/** Shorter words find everything. */
export const SHORTEST = 2

export const searchQuery = (words: string) =>
  infiniteQueryOptions({
    queryKey: ['search', words],
    queryFn: ({ pageParam, signal }) => get<Found>('/v1/search', { query: { q: words, cursor: pageParam, limit: 20 }, signal }),
    initialPageParam: '',
    getNextPageParam: (page) => page.next ?? undefined,
    enabled: words.length >= SHORTEST,
    placeholderData: keepPreviousData,
  })
