import { useInfiniteQuery } from '@tanstack/react-query'
import { whileShown } from '@/api/look-again'
import { paths } from '@/app/paths'
import { useI18n } from '@/i18n'
import { waitingPostsQuery } from '../api'

/** That contributions of a conversation wait to be looked at, and the way to them; nothing when none do. */
export function WaitingLink({ tenant, thread }: { tenant: string; thread: string }) {
  const { t } = useI18n()
  const { data, hasNextPage } = useInfiniteQuery({ ...waitingPostsQuery(tenant, { thread }), refetchInterval: whileShown })
  const count = data?.pages.flatMap((page) => page.items).length ?? 0
  if (count === 0) return null
  return (
    <p className="np-no-print">
      <a href={paths.moderationOf(tenant, thread)}>{t(hasNextPage ? 'look-waiting-more' : 'look-waiting', { count })}</a>
    </p>
  )
}
