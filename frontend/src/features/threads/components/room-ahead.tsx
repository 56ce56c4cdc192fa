import { useQuery } from '@tanstack/react-query'
import type { Issue, Regime, Retention, ThreadItem } from '@/api/types'
import { useI18n } from '@/i18n'
import { namesPeople } from '@/lib/regimes'
import { roomPeopleQuery } from '../api'
import { rulesAhead } from '../rules'
import { RoomRules } from './room-rules'

interface Props {
  tenant: string
  issue: Issue
  organisation: string | null
  retention: Retention | null
  about: { regime: Regime; kind: ThreadItem['kind']; lookedAtFirst: boolean }
  id: string
}

/** The sheet of a conversation that is about to begin, as it will be with what is chosen now; of a closed one it stands open. */
export function RoomAhead({ tenant, issue, organisation, retention, about, id }: Props) {
  const { t } = useI18n()
  const { data: people = null } = useQuery(roomPeopleQuery(tenant, issue.id))
  return (
    <aside className="np-room" aria-label={t('readers-title')}>
      <RoomRules tenant={tenant} rules={rulesAhead(issue, about, organisation, people, retention)} id={id} open={!namesPeople(about.regime)} />
    </aside>
  )
}
