import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useOwner } from '@/api/session'
import { useNews } from '@/api/use-news'
import type { Handover, HandoverList } from '@/api/types'
import { Loaded } from '@/app/loaded'
import { PageHead } from '@/app/layouts/page-head'
import { paths } from '@/app/paths'
import { handoversQuery, myHandoversQuery } from '@/features/handovers/api'
import { HandoverCard } from '@/features/handovers/components/handover-card'
import { OfferForm } from '@/features/handovers/components/offer-form'
import { ownRightsKeys } from '@/features/tenants/api'
import { type PlainKey, useI18n } from '@/i18n'
import { EmptyState } from '@/ui/states'

/** What somebody who runs issues and networks of an organisation passes on, and is offered. */
export default function HandoversPage({ tenant }: { tenant: string }) {
  const { t } = useI18n()
  const query = useQuery(handoversQuery(tenant))
  useNews([handoversQuery(tenant).queryKey])
  return (
    <Loaded query={query}>
      {(list) => (
        <div className="np-stack np-stack--loose np-measure">
          <PageHead title={t('handovers-title')} crumb={{ href: paths.tenant(tenant), name: t('handovers-crumb') }} lead={t('handovers-lead')} />
          <Content tenant={tenant} list={list} />
        </div>
      )}
    </Loaded>
  )
}

const GROUPS: readonly { title: PlainKey; holds: (handover: Handover) => boolean }[] = [
  { title: 'handovers-to-answer', holds: ({ can }) => can.answer },
  { title: 'handovers-waiting', holds: ({ can }) => can.withdraw },
  { title: 'handovers-past', holds: ({ can }) => !can.answer && !can.withdraw },
]

function Content({ tenant, list }: { tenant: string; list: HandoverList }) {
  const { t } = useI18n()
  const me = useOwner()
  const client = useQueryClient()
  const changed = () => {
    for (const queryKey of [handoversQuery(tenant).queryKey, myHandoversQuery.queryKey, ['issue'], ['network'], ['members', tenant], ...ownRightsKeys(tenant)]) void client.invalidateQueries({ queryKey })
  }
  const room = ({ id, kind }: Handover['rooms'][number]) => (kind === 'network' ? paths.network : paths.issue)(tenant, id)
  const passes = list.own.length > 0 || list.left.length > 0 || list.owner
  const [waiting, past] = [GROUPS.slice(0, 2), GROUPS.slice(2)]
  const groups = (shown: typeof GROUPS) =>
    shown.map(({ title, holds }) => {
      const some = list.items.filter(holds)
      return some.length === 0 ? null : (
        <section key={title} className="np-stack">
          <h2>{t(title)}</h2>
          <ul role="list" className="np-stack">
            {some.map((handover) => (
              <HandoverCard key={handover.id} tenant={tenant} handover={handover} href={room} owner={me} onChanged={changed} />
            ))}
          </ul>
        </section>
      )
    })
  return (
    <>
      {groups(waiting)}
      {passes ? <OfferForm tenant={tenant} list={list} first={new URLSearchParams(location.search).get('ruimte')} draft={`${me}/handover-${tenant}`} onOffered={changed} /> : null}
      {!passes && list.items.length === 0 ? <EmptyState title={t('handovers-none-title')}>{t('handovers-none-text')}</EmptyState> : null}
      {groups(past)}
    </>
  )
}
