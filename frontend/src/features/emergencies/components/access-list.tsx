import type { EmergencyList } from '@/api/types'
import { useI18n } from '@/i18n'
import { EmptyState } from '@/ui/states'
import { AccessCard } from './access-card'

/** What was asked and opened, the newest first. */
export function AccessList({ tenant, list, named = false, onChanged }: { tenant: string; list: EmergencyList; named?: boolean; onChanged: () => void }) {
  const { t } = useI18n()
  if (list.items.length === 0) return <EmptyState title={t('emergency-none-title')}>{t('emergency-none-text')}</EmptyState>
  return (
    <ul role="list" className="np-stack">
      {list.items.map((access) => (
        <AccessCard key={access.id} tenant={tenant} access={access} named={named} onChanged={onChanged} />
      ))}
    </ul>
  )
}
