import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { useSession } from '@/api/session'
import type { Thread } from '@/api/types'
import { Loaded } from '@/app/loaded'
import { PageHead } from '@/app/layouts/page-head'
import { paths } from '@/app/paths'
import { firstPostsQuery, type Part, threadQuery } from '@/features/threads/api'
import { Conversation } from '@/features/threads/components/conversation'
import { hashSeq } from '@/features/threads/view'
import { Skeleton } from '@/ui/states'

export default function ThreadPage({ tenant, thread }: { tenant: string; thread: string }) {
  const query = useQuery(threadQuery(tenant, thread))
  const client = useQueryClient()
  useEffect(
    () => () => {
      // Reading changed the counts that other pages show.
      void client.invalidateQueries({ queryKey: ['threads', tenant] })
      void client.invalidateQueries({ queryKey: ['my-issues'] })
      void client.invalidateQueries({ queryKey: ['draft-marks'] })
    },
    [client, tenant],
  )
  return <Loaded query={query}>{(found) => <ThreadView tenant={tenant} thread={found} />}</Loaded>
}

/** The address wins, then the first unread, then the newest. */
function openingPart(thread: Thread): Part {
  const wanted = hashSeq() ?? thread.firstUnread ?? null
  return wanted === null ? {} : { around: wanted }
}

function ThreadView({ tenant, thread }: { tenant: string; thread: Thread }) {
  const me = useSession()
  const [part] = useState(() => openingPart(thread))
  const first = useQuery(firstPostsQuery(tenant, thread.id, part))
  return (
    <>
      <PageHead title={thread.title} crumb={{ href: paths.issue(tenant, thread.issue), name: thread.issueTitle }} />
      {me === undefined ? (
        <Skeleton />
      ) : (
        <Loaded query={first}>{(page) => <Conversation tenant={tenant} thread={thread} first={page} owner={me?.addresses[0]?.id ?? ''} />}</Loaded>
      )}
    </>
  )
}
