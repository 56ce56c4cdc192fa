import { useQuery } from '@tanstack/react-query'
import { useI18n } from '@/i18n'
import { Alert } from '@/ui/alert'
import { successorQuery } from '../api'

interface Props {
  tenant: string
  network: string
  address: (tenant: string, network: string) => string
}

/** A network that closed leads on to the one that it went up into. */
export default function Successor({ tenant, network, address }: Props) {
  const { t } = useI18n()
  const { data: other } = useQuery(successorQuery(tenant, network))
  if (!other) return null
  return (
    <Alert kind="info">
      <h2>{t('successor-title')}</h2>
      <p>
        {t('successor-text')} <a href={address(other.tenant, other.id)}>{other.name}</a> ({other.tenantName})
      </p>
    </Alert>
  )
}
