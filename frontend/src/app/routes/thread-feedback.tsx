import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { realtime } from '@/api/realtime'
import type { Thread } from '@/api/types'
import { Loaded } from '@/app/loaded'
import { FeedbackPosts } from '@/features/threads/components/feedback-posts'
import { RoomSummaryOnTop } from '@/features/threads/components/room-summary'
import { feedbackQuery } from '@/features/threads/feedback-api'
import { isPost } from '@/features/threads/timeline'
import { useMutes } from '@/features/threads/use-mutes'
import { More } from '@/ui/more'

/** A conversation of which one reads only what came of it, with the summary on top. */
export default function ThreadFeedback({ tenant, thread, owner }: { tenant: string; thread: Thread; owner: string }) {
  const query = useInfiniteQuery(feedbackQuery(tenant, thread.id))
  const isMuted = useMutes(tenant, owner !== '')
  useChanges(tenant, thread)
  return (
    <>
      <RoomSummaryOnTop tenant={tenant} thread={thread} lastChange={null} />
      <Loaded query={query}>{({ pages }) => <FeedbackPosts tenant={tenant} thread={thread} posts={pages.flatMap((page) => page.items)} isMuted={isMuted} />}</Loaded>
      <More query={query} />
    </>
  )
}

/** Looks again when a contribution that is held on to changes, or one becomes that, and when an outcome is published. */
function useChanges(tenant: string, { id, issue }: Thread): void {
  const client = useQueryClient()
  useEffect(() => {
    const { queryKey } = feedbackQuery(tenant, id)
    const ask = () => void client.invalidateQueries({ queryKey })
    const isKept = (post: string) => client.getQueryData(queryKey)?.pages.some(({ items }) => items.some((one) => one.id === post))
    const stops = [
      realtime().subscribe(`thread:${id}`, null, {
        onEvent: ({ data }) => (isPost(data) && (data.pinned || data.accepted || isKept(data.id)) ? ask() : undefined),
        onRefresh: ask,
        onServed: ask,
      }),
      realtime().subscribe(`issue:${issue}`, null, { onEvent: ({ kind }) => (kind.startsWith('issue.') ? ask() : undefined), onRefresh: ask }),
    ]
    return () => stops.forEach((stop) => stop())
  }, [client, tenant, id, issue])
}
