import { useQuery } from '@tanstack/react-query'
import { useSession } from '@/api/session'
import type { Thread } from '@/api/types'
import { issueQuery } from '@/features/issues/api'
import { WaitingLink } from '@/features/moderation/components/waiting-link'
import { tenantQuery } from '@/features/tenants/api'

interface Props {
  tenant: string
  thread: Thread
}

/** The way to the contributions that wait in a conversation, for whoever may let them through. */
export function RoomQueue({ tenant, thread }: Props) {
  const runs = useRuns(tenant, thread)
  const decides = useDecides(tenant, thread)
  return runs || decides ? <WaitingLink tenant={tenant} thread={thread.id} /> : null
}

/** Who runs the issue looks at them also when nobody speaks any more: then the conversation does not say who that is. */
function useRuns(tenant: string, { can, issue, me }: Thread): boolean {
  const isSilent = Boolean(me) && !can.reply && !can.facilitate
  const { data } = useQuery({ ...issueQuery(tenant, issue), enabled: isSilent })
  return can.facilitate || (isSilent && data?.role === 'facilitator')
}

/** Where everybody reads along, so does who decides for the organisation. */
function useDecides(tenant: string, { readers }: Thread): boolean {
  const me = useSession()
  const { data } = useQuery({ ...tenantQuery(tenant), enabled: Boolean(me) })
  return Boolean(me) && readers !== 'participants' && data?.data.can.convene === true
}
