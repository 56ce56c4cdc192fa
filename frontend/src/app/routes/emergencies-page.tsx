import { useQuery, useQueryClient } from '@tanstack/react-query'
import { whileShown } from '@/api/look-again'
import { useOwner } from '@/api/session'
import { Loaded } from '@/app/loaded'
import { PageHead } from '@/app/layouts/page-head'
import { paths } from '@/app/paths'
import { emergenciesQuery } from '@/features/emergencies/api'
import { AccessList } from '@/features/emergencies/components/access-list'
import { AskForm } from '@/features/emergencies/components/ask-form'
import { useI18n } from '@/i18n'

/** What was asked and opened of closed rooms in an organisation, for those who answer for it. */
export default function EmergenciesPage({ tenant }: { tenant: string }) {
  const { t } = useI18n()
  const client = useQueryClient()
  const owner = useOwner()
  const query = useQuery({ ...emergenciesQuery(tenant), refetchInterval: whileShown })
  const issue = new URLSearchParams(location.search).get('opgave')
  const changed = () => void client.invalidateQueries({ queryKey: ['emergencies', tenant] })
  return (
    <Loaded query={query}>
      {(list) => (
        <div className="np-stack np-stack--loose np-measure">
          <PageHead title={t('emergency-title')} crumb={{ href: paths.tenant(tenant), name: t('handovers-crumb') }} lead={t('emergency-all-lead')} />
          {list.items.length > 0 ? <h2 className="np-hidden">{t('emergency-list')}</h2> : null}
          <AccessList tenant={tenant} list={list} named onChanged={changed} />
          <AskForm key={issue} tenant={tenant} post={null} address={issue ? paths.issue(tenant, issue) : ''} draft={`${owner}/emergency-${tenant}${issue ? `-${issue}` : ''}`} onAsked={changed} />
        </div>
      )}
    </Loaded>
  )
}
