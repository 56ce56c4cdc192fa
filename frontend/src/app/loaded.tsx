import { useQuery, type UseQueryResult } from '@tanstack/react-query'
import { type ReactNode, useRef } from 'react'
import { isProblem } from '@/api/problems'
import { sessionQuery } from '@/api/session'
import { Skeleton } from '@/ui/states'
import { ErrorPage } from './error-page'

/**
 * The three faces of what a page needs: on its way, failed, there. Old data stays when a refresh fails, and so does what
 * is being written there; only a page that is `guarded` goes as soon as its reader may not see it any more.
 * It waits until it is known who looks as well: what is typed is kept under their name, from the first letter on.
 */
export function Loaded<T>(props: { query: UseQueryResult<T>; guarded?: boolean; children: (data: T) => ReactNode }) {
  const { query } = props
  const { isFetched: isKnown } = useQuery(sessionQuery)
  // What has nothing yet and failed is pending again each time that it is asked: the reader, and the button they press, stay where they are.
  const failed = useRef<unknown>(null)
  if (query.isError) failed.current = query.error
  const isAskedAgain = query.isPending && query.errorUpdateCount > 0 && failed.current !== null
  const isOver = props.guarded && (isProblem(query.error, 403) || isProblem(query.error, 404))
  if (query.data !== undefined && isKnown && !isOver) return <>{props.children(query.data)}</>
  if (query.isError && (query.data === undefined || isOver)) return <ErrorPage error={query.error} busy={query.isFetching} retry={() => void query.refetch()} />
  if (isAskedAgain) return <ErrorPage error={failed.current} busy retry={() => undefined} />
  return <Skeleton />
}
