import { useQuery, useQueryClient } from '@tanstack/react-query'
import { whileShown } from '@/api/look-again'
import type { EmergencyList, Issue } from '@/api/types'
import { Loaded } from '@/app/loaded'
import { PageHead } from '@/app/layouts/page-head'
import { paths } from '@/app/paths'
import { issueEmergenciesQuery } from '@/features/emergencies/api'
import { AccessList } from '@/features/emergencies/components/access-list'
import { issueQuery } from '@/features/issues/api'
import { useI18n } from '@/i18n'

/** Who opened the closed rooms of an issue: a log for those who take part. */
export default function IssueEmergenciesPage({ tenant, issue: id }: { tenant: string; issue: string }) {
  const issue = useQuery(issueQuery(tenant, id))
  const list = useQuery({ ...issueEmergenciesQuery(tenant, id), refetchInterval: whileShown })
  return <Loaded query={list}>{(list) => <Loaded query={issue}>{(issue) => <View tenant={tenant} issue={issue} list={list} />}</Loaded>}</Loaded>
}

function View({ tenant, issue, list }: { tenant: string; issue: Issue; list: EmergencyList }) {
  const { t } = useI18n()
  const client = useQueryClient()
  const changed = () => void client.invalidateQueries({ queryKey: ['emergencies', tenant] })
  return (
    <div className="np-stack np-stack--loose np-measure">
      <PageHead title={t('emergency-title')} about={issue.title} crumb={{ href: paths.issue(tenant, issue.id), name: issue.title }} lead={t('emergency-lead')} />
      {list.items.length > 0 ? <h2 className="np-hidden">{t('emergency-list')}</h2> : null}
      <AccessList tenant={tenant} list={list} onChanged={changed} />
    </div>
  )
}
