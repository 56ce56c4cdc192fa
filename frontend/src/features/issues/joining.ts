import type { Issue, Me } from '@/api/types'
import type { ActPage } from './acts'

/** What organisations that somebody decides for may do with an issue, beyond what its own people may. */
export function joiningActs(tenant: string, issue: Issue, me: Me | null | undefined): ActPage[] {
  if (issue.state !== 'open' && issue.state !== 'orientation') return []
  const own = (me?.memberships ?? []).filter(({ role }) => role === 'owner' || role === 'convener').map((one) => one.tenant)
  const joined = new Set(issue.joined.map(({ slug }) => slug))
  const invites = !issue.can.invite && own.some((slug) => joined.has(slug))
  const asks = own.some((slug) => slug === tenant || !joined.has(slug))
  return [...(invites ? (['invite'] as const) : []), ...(asks ? (['join'] as const) : [])]
}
