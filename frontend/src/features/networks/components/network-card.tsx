import type { ReactNode } from 'react'
import type { NetworkItem } from '@/api/types'
import { paths } from '@/app/paths'
import { useI18n } from '@/i18n'
import { useWritten } from '@/i18n/written'
import { DataBadge, StatusBadge } from '@/ui/badge'
import { KIND } from '../words'

/** A network in a list; `state` is shown where it is not simply open. */
export function NetworkCard({ network, state }: { network: NetworkItem; state: ReactNode }) {
  const { t } = useI18n()
  const written = useWritten()
  const { room, kind } = network
  return (
    <li className="np-card">
      <div className="np-row">
        <StatusBadge tone="neutral">{t(KIND[kind].key)}</StatusBadge>
        {room.state === 'open' ? null : state}
      </div>
      <h3 dir="auto" lang={written(room.title)}>
        <a className="np-card__link" href={room.state === 'draft' ? paths.editNetwork(room.tenant, room.id) : paths.network(room.tenant, room.id)}>
          {room.title || t('network-unnamed')}
        </a>
      </h3>
      <p dir="auto" lang={written(room.coreQuestion)}>{room.coreQuestion}</p>
      {room.terms.length > 0 ? (
        <p className="np-row">
          {room.terms.map((term) => (
            <DataBadge key={term.id}>{term.name}</DataBadge>
          ))}
        </p>
      ) : null}
    </li>
  )
}
