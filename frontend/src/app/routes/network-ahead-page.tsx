import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useOwner } from '@/api/session'
import type { Network, NetworkTurn, Tie, Ties } from '@/api/types'
import { Loaded } from '@/app/loaded'
import { PageHead } from '@/app/layouts/page-head'
import { paths } from '@/app/paths'
import { networkQuery } from '@/features/networks/api'
import { mergeQuery, tiesQuery, turnsQuery } from '@/features/ties/api'
import { AskForm } from '@/features/ties/components/ask-form'
import { MergeQuestion } from '@/features/ties/components/merge-question'
import { Talks } from '@/features/ties/components/talks'
import { TieCard } from '@/features/ties/components/tie-card'
import { TurnForm } from '@/features/ties/components/turn-form'
import { talksQuery } from '@/features/ties/talks-api'
import { KINDS } from '@/features/ties/words'
import { type PlainKey, useI18n } from '@/i18n'
import { longDay } from '@/lib/dates'
import { EmptyState } from '@/ui/states'

/** Where a network goes from here: with other networks, into another one, or on as another kind. */
export default function NetworkAheadPage({ tenant, network: id }: { tenant: string; network: string }) {
  const network = useQuery(networkQuery(tenant, id))
  const ties = useQuery(tiesQuery(tenant, id))
  return <Loaded query={ties}>{(ties) => <Loaded query={network}>{(network) => <View tenant={tenant} network={network} ties={ties} />}</Loaded>}</Loaded>
}

interface Props {
  tenant: string
  network: Network
  ties: Ties
}

function View({ tenant, network, ties }: Props) {
  const { t } = useI18n()
  const client = useQueryClient()
  const owner = useOwner()
  const { id, room } = network
  const turned = (now: Network) => {
    client.setQueryData(networkQuery(tenant, id).queryKey, now)
    void client.invalidateQueries({ queryKey: turnsQuery(tenant, id).queryKey })
  }
  return (
    <article className="np-stack np-stack--loose np-measure">
      <PageHead title={t('ahead-title')} about={room.title} crumb={{ href: paths.network(tenant, id), name: room.title || t('network-unnamed') }} lead={t('ahead-lead')} />
      {room.role ? <MergeQuestion tenant={tenant} network={id} address={paths.network} /> : null}
      <Talks tenant={tenant} network={id} address={paths.network} />
      <Contacts tenant={tenant} network={network} ties={ties} />
      {ties.mayAsk ? (
        <section className="np-stack np-no-print" aria-labelledby="vragen">
          <h2 id="vragen">{t('tie-ask-title')}</h2>
          <p>{t('tie-ask-text')}</p>
          <AskForm tenant={tenant} network={id} known={new Set(ties.items.map(({ other }) => other?.id ?? ''))} draft={`${owner}/tie-${id}`} onAsked={() => void client.invalidateQueries({ queryKey: tiesQuery(tenant, id).queryKey })} />
        </section>
      ) : null}
      <History tenant={tenant} network={id} />
      {room.can.change && room.state !== 'draft' ? (
        <section className="np-stack np-no-print" aria-labelledby="soort">
          <h2 id="soort">{t('turn-title')}</h2>
          <TurnForm tenant={tenant} network={network} draft={`${owner}/turn-${id}`} onTurned={turned} />
        </section>
      ) : null}
    </article>
  )
}

const GROUPS: readonly { title: PlainKey; holds: (tie: Tie) => boolean }[] = [
  { title: 'ties-to-answer', holds: ({ state, can }) => state === 'asked' && can.answer },
  { title: 'ties-tied', holds: ({ state }) => state === 'tied' },
  { title: 'ties-waiting', holds: ({ state, can }) => state === 'asked' && !can.answer },
  { title: 'ties-past', holds: ({ state }) => state === 'declined' || state === 'ended' },
]

function Contacts({ tenant, network, ties }: Props) {
  const { t } = useI18n()
  const client = useQueryClient()
  const owner = useOwner()
  const changed = () => {
    void client.invalidateQueries({ queryKey: tiesQuery(tenant, network.id).queryKey })
    void client.invalidateQueries({ queryKey: mergeQuery(tenant, network.id).queryKey })
    void client.invalidateQueries({ queryKey: talksQuery(tenant, network.id).queryKey })
  }
  if (ties.items.length === 0) return <EmptyState title={t('ties-none-title')}>{t('ties-none-text')}</EmptyState>
  return GROUPS.map(({ title, holds }) => {
    const own = ties.items.filter(holds)
    return own.length === 0 ? null : (
      <section key={title} className="np-stack">
        <h2>{t(title)}</h2>
        <ul role="list" className="np-stack">
          {own.map((tie) => (
            <TieCard key={tie.id} tenant={tenant} network={network.id} tie={tie} href={tie.other?.readable ? paths.network(tie.other.tenant, tie.other.id) : null} owner={owner} onChanged={changed} />
          ))}
        </ul>
      </section>
    )
  })
}

/** Which kinds of network it was, and why it is another now. */
function History({ tenant, network }: { tenant: string; network: string }) {
  const { t, locale } = useI18n()
  const { data: turns } = useQuery(turnsQuery(tenant, network))
  if (!turns || turns.length === 0) return null
  const said = (turn: NetworkTurn) => t('turned', { day: longDay(locale, turn.turnedAt), from: t(KINDS[turn.from]), to: t(KINDS[turn.to]) })
  return (
    <section className="np-stack np-stack--tight" aria-labelledby="geschiedenis">
      <h2 id="geschiedenis">{t('turns-title')}</h2>
      <ul>
        {turns.map((turn) => (
          <li key={turn.turnedAt}>
            {said(turn)} <span dir="auto">{turn.reason}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}
