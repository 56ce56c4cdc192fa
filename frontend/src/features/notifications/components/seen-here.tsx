import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { notificationsKey, seeNotifications, unreadQuery } from '../api'

/** Whoever is here has seen what was told of it: the bell need not say so any more, and the page of an issue shows it as it is now. */
export function SeenHere(props: { thread: string } | { issue: string }) {
  const client = useQueryClient()
  const { data } = useQuery(unreadQuery)
  const which = 'thread' in props ? { thread: props.thread } : { issue: props.issue }
  const key = JSON.stringify(which)
  // A conversation is told of what is new in it by itself.
  const issue = 'issue' in props ? props.issue : null
  const unread = data?.unread ?? 0
  useEffect(() => {
    if (unread === 0) return
    // It is only a count: when it does not arrive, the bell stays as it was.
    seeNotifications(JSON.parse(key) as { thread: string } | { issue: string }).then(
      () => {
        void client.invalidateQueries({ queryKey: notificationsKey })
        void client.invalidateQueries({ predicate: ({ queryKey }) => issue !== null && queryKey.includes(issue) })
      },
      () => undefined,
    )
  }, [client, key, issue, unread])
  return null
}
