import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useOwner } from '@/api/session'
import { useI18n } from '@/i18n'
import { Refused } from '@/ui/refused'
import { talksQuery } from '../talks-api'
import { TalkCard } from './talk-card'

interface Props {
  tenant: string
  network: string
  /** Where a network is read. */
  address: (tenant: string, network: string) => string
}

/** The conversations of a network with others; nothing when there are none. */
export function Talks({ tenant, network, address }: Props) {
  const { t } = useI18n()
  const client = useQueryClient()
  const owner = useOwner()
  const query = talksQuery(tenant, network)
  const { data: talks, error } = useQuery(query)
  if (error && !talks) return <Refused error={error} />
  if (!talks || talks.length === 0) return null
  return (
    <section className="np-stack" aria-labelledby="samen-praten">
      <h2 id="samen-praten">{t('talks-title')}</h2>
      <ul role="list" className="np-stack">
        {talks.map((talk) => (
          <TalkCard key={talk.id} tenant={tenant} network={network} talk={talk} href={talk.room ? address(talk.room.tenant, talk.room.id) : null} owner={owner} onChanged={() => void client.invalidateQueries({ queryKey: query.queryKey })} />
        ))}
      </ul>
    </section>
  )
}
