import { useQueries } from '@tanstack/react-query'
import { useSession } from '@/api/session'
import type { IssueItem } from '@/api/types'
import { paths } from '@/app/paths'
import { useI18n } from '@/i18n'
import { agendaOf } from '../agenda'
import { agendaQuery } from '../api'
import { AgendaRows } from './agenda-list'

const CONVENES = ['convener', 'owner']

/** Proposals that wait for the reader's decision, in each organisation in which that is theirs to take. */
export function WaitingProposals() {
  const { t } = useI18n()
  const me = useSession()
  const tenants = (me?.memberships ?? []).filter(({ role }) => CONVENES.includes(role))
  const found = useQueries({
    queries: tenants.map(({ tenant }) => agendaQuery(tenant)),
    combine: (results) => results.map(({ data }) => data ?? []),
  })
  const waiting = tenants.map((membership, place) => ({ ...membership, issues: toDecide(found[place] ?? []) })).filter(({ issues }) => issues.length > 0)
  if (waiting.length === 0) return null
  return (
    <section className="np-stack np-wide-measure">
      <h2>{t('overview-proposals')}</h2>
      {waiting.map(({ tenant, tenantName, issues }) => (
        <div key={tenant} className="np-stack np-stack--tight">
          <AgendaRows issues={issues} tenantName={tenantName} />
          <p>
            <a href={paths.agenda(tenant)}>{t('overview-agenda', { name: tenantName })}</a>
          </p>
        </div>
      ))}
    </section>
  )
}

const toDecide = (issues: readonly IssueItem[]): IssueItem[] => agendaOf(issues, new Date()).find(([group]) => group === 'decide')?.[1] ?? []
