import { useQuery, type UseQueryResult } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { sessionQuery } from '@/api/session'
import { Skeleton } from '@/ui/states'
import { ErrorPage } from './error-page'

/**
 * The three faces of what a page needs: on its way, failed, there. Old data stays when a refresh fails.
 * It waits until it is known who looks as well: what is typed is kept under their name, from the first letter on.
 */
export function Loaded<T>(props: { query: UseQueryResult<T>; children: (data: T) => ReactNode }) {
  const { query } = props
  const { isFetched: isKnown } = useQuery(sessionQuery)
  if (query.data !== undefined && isKnown) return <>{props.children(query.data)}</>
  if (query.isError && query.data === undefined) return <ErrorPage error={query.error} retry={() => void query.refetch()} />
  return <Skeleton />
}
