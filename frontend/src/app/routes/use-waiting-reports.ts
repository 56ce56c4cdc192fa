import { useQueries, type UseQueryResult } from '@tanstack/react-query'
import { useSession } from '@/api/session'
import type { MyIssue } from '@/api/types'
import type { WaitingReports } from '@/features/home/components/waiting-list'
import { decidesFor } from '@/features/joins/api'
import { waitingCasesQuery } from '@/features/moderation/api'

/** What was reported and waits for the reader, one question for each organisation in which they decide or run an issue. */
export function useWaitingReports(issues: readonly MyIssue[]): { reports: WaitingReports[]; queries: UseQueryResult<unknown>[] } {
  const me = useSession()
  const names = new Map(issues.filter(({ role }) => role === 'facilitator').map(({ tenant, tenantName }) => [tenant, tenantName]))
  for (const { tenant, tenantName } of decidesFor(me)) names.set(tenant, tenantName)
  const asked = [...names]
  const queries = useQueries({ queries: asked.map(([tenant]) => waitingCasesQuery(tenant)) })
  const reports = asked.flatMap(([tenant, tenantName], at) => {
    const found = queries[at]?.data
    return found?.since ? [{ tenant, tenantName, count: found.count, isMore: found.isMore, since: found.since }] : []
  })
  return { reports, queries }
}
