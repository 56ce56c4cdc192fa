import { queryOptions, useQuery } from '@tanstack/react-query'
import { get } from './client'
import { isProblem } from './problems'
import type { Me } from './types'

/** Who is looking; null for a visitor. */
export const sessionQuery = queryOptions({
  queryKey: ['me'],
  queryFn: ({ signal }) =>
    get<Me>('/v1/me', { signal }).catch((error: unknown) => {
      if (isProblem(error, 401)) return null
      throw error
    }),
  staleTime: 5 * 60_000,
})

export function useSession(): Me | null | undefined {
  return useQuery(sessionQuery).data
}
