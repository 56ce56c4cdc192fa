import { useQueryClient } from '@tanstack/react-query'
import { lazy, Suspense } from 'react'
import { useSession } from '@/api/session'
import type { Thread } from '@/api/types'
import { refreshThread } from '@/features/threads/api'
import { loadPart } from '@/lib/load-part'
import { namesPeople } from '@/lib/regimes'

const AskCapacity = lazy(() => loadPart(() => import('@/features/issues/components/ask-capacity')))

/** Whoever runs the issue, could speak for an organisation and does not is asked how they want it, where names are known. */
export function SpeaksAs({ tenant, thread, owner }: { tenant: string; thread: Thread; owner: string }) {
  const client = useQueryClient()
  const memberships = useSession()?.memberships ?? []
  const isPersonal = thread.me?.capacity === 'personal' && namesPeople(thread.regime)
  if (!thread.can.facilitate || !isPersonal || memberships.length === 0) return null
  const refresh = () => void refreshThread(client, tenant, thread.id).catch(() => undefined)
  return (
    <Suspense>
      <AskCapacity tenant={tenant} issue={thread.issue} name={`${owner}/speaks-${thread.issue}`} memberships={memberships} onChosen={refresh} />
    </Suspense>
  )
}
