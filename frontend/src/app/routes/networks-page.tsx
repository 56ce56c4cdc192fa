import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { Loaded } from '@/app/loaded'
import { PageHead } from '@/app/layouts/page-head'
import { paths } from '@/app/paths'
import { IssueStateBadge } from '@/features/issues/components/state-badge'
import { networksQuery } from '@/features/networks/api'
import { NetworkCard } from '@/features/networks/components/network-card'
import { tenantQuery } from '@/features/tenants/api'
import { useI18n } from '@/i18n'
import { ButtonLink } from '@/ui/button'
import { More } from '@/ui/more'
import { EmptyState } from '@/ui/states'

export default function NetworksPage({ tenant }: { tenant: string }) {
  const { t } = useI18n()
  const { data: owner } = useQuery(tenantQuery(tenant))
  const query = useInfiniteQuery(networksQuery(tenant))
  return (
    <div className="np-stack">
      <PageHead title={t('networks-title')} lead={t('networks-lead')}>
        {owner?.data.can.convene ? (
          <div>
            <ButtonLink href={paths.newNetwork(tenant)}>{t('network-new')}</ButtonLink>
          </div>
        ) : null}
      </PageHead>
      <Loaded query={query}>
        {({ pages }) => {
          const items = pages.flatMap((page) => page.items)
          if (items.length === 0) return <EmptyState title={t('networks-none-title')}>{t('networks-none-text')}</EmptyState>
          return (
            <>
              <h2 className="np-hidden">{t('networks-found')}</h2>
              <ul role="list" className="np-cards">
                {items.map((network) => (
                  <NetworkCard key={network.id} network={network} state={<IssueStateBadge state={network.room.state} />} />
                ))}
              </ul>
              <More query={query} />
            </>
          )
        }}
      </Loaded>
    </div>
  )
}
