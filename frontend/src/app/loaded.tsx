import type { UseQueryResult } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { Skeleton } from '@/ui/states'
import { ErrorPage } from './error-page'

/** The three faces of what a page needs: on its way, failed, there. Old data stays when a refresh fails. */
export function Loaded<T>(props: { query: UseQueryResult<T>; children: (data: T) => ReactNode }) {
  const { query } = props
  if (query.data !== undefined) return <>{props.children(query.data)}</>
  if (query.isError) return <ErrorPage error={query.error} retry={() => void query.refetch()} />
  return <Skeleton />
}
