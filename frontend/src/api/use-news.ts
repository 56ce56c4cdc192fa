import { type QueryKey, useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { lookAgain } from './look-again'
import { realtime } from './realtime'

/** What a notification may tell of is fetched again when one comes. */
export function useNews(keys: readonly QueryKey[]): void {
  const client = useQueryClient()
  const names = JSON.stringify(keys)
  useEffect(() => {
    const look = () => void lookAgain(client, ...(JSON.parse(names) as QueryKey[]))
    return realtime().subscribe('me', null, { onEvent: look, onRefresh: look })
  }, [client, names])
}
