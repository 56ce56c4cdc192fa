import { useInfiniteQuery } from '@tanstack/react-query'
import type { Thread } from '@/api/types'
import { Loaded } from '@/app/loaded'
import { FeedbackPosts } from '@/features/threads/components/feedback-posts'
import { RoomSummaryOnTop } from '@/features/threads/components/room-summary'
import { feedbackQuery } from '@/features/threads/feedback-api'
import { useMutes } from '@/features/threads/use-mutes'
import { More } from '@/ui/more'

/** A conversation of which one reads only what came of it, with the summary on top. */
export default function ThreadFeedback({ tenant, thread, owner }: { tenant: string; thread: Thread; owner: string }) {
  const query = useInfiniteQuery(feedbackQuery(tenant, thread.id))
  const isMuted = useMutes(tenant, owner !== '')
  return (
    <>
      <RoomSummaryOnTop tenant={tenant} thread={thread} lastChange={0} />
      <Loaded query={query}>{({ pages }) => <FeedbackPosts tenant={tenant} thread={thread} posts={pages.flatMap((page) => page.items)} isMuted={isMuted} />}</Loaded>
      <More query={query} />
    </>
  )
}
