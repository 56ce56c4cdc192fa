import { useInfiniteQuery, useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { lookAgain } from '@/api/look-again'
import { realtime } from '@/api/realtime'
import { useOwner } from '@/api/session'
import type { Network, OwnNetworkStanding } from '@/api/types'
import { Loaded } from '@/app/loaded'
import { PageHead } from '@/app/layouts/page-head'
import { go } from '@/app/links'
import { paths } from '@/app/paths'
import { touchedBy } from '@/features/issues/api'
import { networkQuery } from '@/features/networks/api'
import { MemberList, SeenLine } from '@/features/networks/components/member-list'
import { Orientation } from '@/features/networks/components/orientation'
import { StandingActs } from '@/features/networks/components/standing-acts'
import { StandingText } from '@/features/networks/components/standing-text'
import { networkMembersQuery, ownAlumniQuery, ownStandingQuery } from '@/features/networks/members-api'
import { useI18n } from '@/i18n'
import { More } from '@/ui/more'
import '@/features/issues/issues.css'

/** Where the reader stands in a network and what they can do with it; for who runs it, where everybody stands. */
export default function NetworkMembersPage({ tenant, network: id }: { tenant: string; network: string }) {
  const client = useQueryClient()
  const standing = useQuery(ownStandingQuery(tenant, id))
  const network = useQuery(networkQuery(tenant, id))
  useEffect(() => {
    const stale = () => void lookAgain(client, ownStandingQuery(tenant, id).queryKey, networkMembersQuery(tenant, id).queryKey, ['network-orientation', tenant, id])
    return realtime().subscribe(`issue:${id}`, null, { onEvent: stale, onRefresh: stale })
  }, [client, tenant, id])
  return <Loaded query={standing}>{(own) => <Loaded query={network}>{(network) => <View tenant={tenant} network={network} own={own} />}</Loaded>}</Loaded>
}

function View({ tenant, network, own }: { tenant: string; network: Network; own: OwnNetworkStanding }) {
  const { t } = useI18n()
  const client = useQueryClient()
  const owner = useOwner()
  const key = ownStandingQuery(tenant, network.id).queryKey
  const { seen } = own
  return (
    <article className="np-stack np-stack--loose np-measure">
      <PageHead title={t('place-title')} about={network.room.title} crumb={{ href: paths.network(tenant, network.id), name: network.room.title }} lead={t('place-lead')} />
      <section className="np-stack" aria-labelledby="plek">
        <h2 id="plek">{t('place-own')}</h2>
        <StandingText seen={seen} />
        {seen.standing === 'orientation' ? (
          <section className="np-stack np-stack--tight" aria-labelledby="hoe-gaat-het">
            <h3 id="hoe-gaat-het">{t('orientation-own-title')}</h3>
            <Orientation tenant={tenant} network={network.id} person={seen.person} draft={`${owner}/orientation-${network.id}`} onDecided={() => void client.invalidateQueries({ queryKey: key })} />
          </section>
        ) : null}
        <StandingActs tenant={tenant} network={network.id} own={own} onChanged={(now) => client.setQueryData(key, now)} onLeft={() => {
          void client.invalidateQueries({ predicate: touchedBy(network.id) })
          void client.invalidateQueries({ queryKey: ownAlumniQuery.queryKey })
          go(paths.overview())
        }} />
      </section>
      <section className="np-stack np-stack--tight" aria-labelledby="gezien">
        <h2 id="gezien">{t('member-seen-title')}</h2>
        <p>{t('member-seen-text')}</p>
        <SeenLine seen={seen} />
      </section>
      {own.maySeeMembers ? <Members tenant={tenant} network={network.id} own={seen.person} owner={owner} /> : null}
    </article>
  )
}

function Members({ tenant, network, own, owner }: { tenant: string; network: string; own: string; owner: string }) {
  const client = useQueryClient()
  const query = useInfiniteQuery(networkMembersQuery(tenant, network))
  return (
    <Loaded query={query}>
      {({ pages }) => <MemberList tenant={tenant} network={network} pages={pages} more={<More query={query} />} own={own} owner={owner} onChanged={() => client.invalidateQueries({ queryKey: networkMembersQuery(tenant, network).queryKey })} />}
    </Loaded>
  )
}
