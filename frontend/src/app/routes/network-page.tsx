import { useQuery, useQueryClient } from '@tanstack/react-query'
import { lazy, Suspense, useEffect } from 'react'
import { lookAgain } from '@/api/look-again'
import { realtime } from '@/api/realtime'
import { useSession } from '@/api/session'
import type { Network } from '@/api/types'
import { Loaded } from '@/app/loaded'
import { PageHead } from '@/app/layouts/page-head'
import { PrintedFrom } from '@/app/layouts/printed-from'
import { ShareButton } from '@/app/layouts/share-button'
import { paths } from '@/app/paths'
import { isPublic } from '@/features/issues/acts'
import { GapMeter } from '@/features/issues/components/gap-meter'
import { IssueStateBadge } from '@/features/issues/components/state-badge'
import { networkQuery } from '@/features/networks/api'
import { Agreement } from '@/features/networks/components/agreement'
import { Charter } from '@/features/networks/components/charter'
import { KIND, READERS } from '@/features/networks/words'
import { outcomeKey } from '@/features/outcomes/api'
import { PublishedOutcome } from '@/features/outcomes/components/published-outcome'
import { tenantQuery } from '@/features/tenants/api'
import { threadsQuery } from '@/features/threads/api'
import { useI18n } from '@/i18n'
import { useWritten } from '@/i18n/written'
import { longDay } from '@/lib/dates'
import { loadPart } from '@/lib/load-part'
import { Alert } from '@/ui/alert'
import { DataBadge, StatusBadge } from '@/ui/badge'
import { Skeleton } from '@/ui/states'
import { RoomThreads } from './room-threads'
import '@/features/issues/issues.css'

// Only for who may do something here, or is in it.
const IssueActs = lazy(() => loadPart(() => import('@/features/issues/components/issue-acts')))
const Shelf = lazy(() => loadPart(() => import('@/features/knowledge/components/shelf')))
const Successor = lazy(() => loadPart(() => import('@/features/ties/components/successor')))
const IssueMember = lazy(() => loadPart(() => import('./issue-member')))

export default function NetworkPage({ tenant, network: id }: { tenant: string; network: string }) {
  const client = useQueryClient()
  const query = useQuery(networkQuery(tenant, id))
  useEffect(() => {
    const stale = () => void lookAgain(client, networkQuery(tenant, id).queryKey, outcomeKey(tenant, id), threadsQuery(tenant, id).queryKey)
    return realtime().subscribe(`issue:${id}`, null, { onEvent: stale, onRefresh: stale })
  }, [client, tenant, id])
  return <Loaded query={query}>{(network) => <NetworkView tenant={tenant} network={network} />}</Loaded>
}

function NetworkView({ tenant, network }: { tenant: string; network: Network }) {
  const { t } = useI18n()
  const written = useWritten()
  const client = useQueryClient()
  const { room } = network
  const { can } = room
  const isOver = room.state === 'closed' || room.state === 'archived'
  const hasActs = can.invite || can.writeOutcome || can.change || room.nextStates.length > 0
  return (
    <article>
      <PageHead title={room.title || t('network-unnamed')} lang={written(room.title)} crumb={{ href: paths.networks(tenant), name: t('networks-title') }}>
        <div className="np-row">
          <StatusBadge tone="neutral">{t(KIND[network.kind].key)}</StatusBadge>
          {room.state === 'open' ? null : <IssueStateBadge state={room.state} />}
          {room.terms.map((term) => (
            <DataBadge key={term.id}>{term.name}</DataBadge>
          ))}
        </div>
        <p className="np-soft np-small np-measure">{t(room.state === 'draft' ? 'issue-hidden-draft' : READERS[room.visibility].said)}</p>
        {isPublic(room) ? <ShareButton title={room.title} /> : null}
        {hasActs ? (
          <Suspense fallback={<Skeleton lines={1} />}>
            <IssueActs tenant={tenant} issue={room} onMoved={(moved) => client.setQueryData(networkQuery(tenant, network.id).queryKey, { ...network, room: moved })} />
          </Suspense>
        ) : null}
      </PageHead>
      <div className="np-columns">
        <div className="np-stack np-stack--loose">
          {network.agreementAsked ? <Agreement tenant={tenant} network={network} /> : null}
          {network.quiet && can.manage ? <Quiet /> : null}
          {isOver ? (
            <Suspense fallback={null}>
              <Successor tenant={tenant} network={network.id} address={paths.network} />
            </Suspense>
          ) : null}
          <PublishedOutcome tenant={tenant} issue={network.id} expected={isOver} />
          {room.stateReason ? (
            <Alert kind="warning">
              <h2>{t('issue-reason-given')}</h2>
              <p dir="auto" lang={written(room.stateReason)}>{room.stateReason}</p>
            </Alert>
          ) : null}
          <p className="np-question" dir="auto" lang={written(room.coreQuestion)}>
            {room.coreQuestion}
          </p>
          <RoomThreads tenant={tenant} issue={room} />
          <Suspense fallback={null}>
            <Shelf tenant={tenant} source={network.id} kind="network" />
          </Suspense>
          <Charter network={network} />
        </div>
        <Beside tenant={tenant} network={network} />
      </div>
      <PrintedFrom code={isPublic(room) ? paths.issueCode(tenant, network.id) : undefined} />
    </article>
  )
}

/** For who looks after it: what one can do with a network in which nobody speaks. */
function Quiet() {
  const { t } = useI18n()
  return (
    <Alert kind="info">
      <h2>{t('network-quiet-title')}</h2>
      <p>{t('network-quiet-text')}</p>
    </Alert>
  )
}

function Beside({ tenant, network }: { tenant: string; network: Network }) {
  const { t, locale } = useI18n()
  const { data: owner } = useQuery(tenantQuery(tenant))
  const me = useSession()
  const { room } = network
  const takesPeople = room.state === 'open' || room.state === 'orientation'
  return (
    <div className="np-stack">
      {takesPeople ? <GapMeter issue={room} title={t('network-vacancies')} /> : null}
      {room.plannedEnd && takesPeople ? <p className="np-soft">{t('issue-ends', { day: longDay(locale, room.plannedEnd) })}</p> : null}
      {network.targetSize && takesPeople ? <p className="np-soft">{t('network-aims-at', { size: network.targetSize })}</p> : null}
      {me ? (
        <Suspense fallback={<Skeleton />}>
          <IssueMember tenant={tenant} issue={room} />
        </Suspense>
      ) : null}
      {me === null && room.state === 'open' ? (
        <p className="np-no-print">
          {t('hand-visitor')} <a href={paths.signIn(paths.network(tenant, network.id))}>{t('sign-in')}</a>
        </p>
      ) : null}
      {room.role || room.can.manage ? (
        <p className="np-no-print">
          <a href={paths.networkAhead(tenant, network.id)}>{t('ahead-title')}</a>
        </p>
      ) : null}
      {owner?.data.can.convene ? (
        <p className="np-no-print">
          <a href={paths.newNetwork(tenant, network.id)}>{t('network-like-it')}</a>
        </p>
      ) : null}
      {(me?.memberships ?? [])
        .filter((one) => one.tenant !== tenant && (one.role === 'convener' || one.role === 'owner'))
        .map((one) => (
          <p key={one.tenant} className="np-no-print">
            <a href={paths.newNetwork(one.tenant, network.id, tenant)}>{t('network-like-it-for', { name: one.tenantName })}</a>
          </p>
        ))}
    </div>
  )
}
