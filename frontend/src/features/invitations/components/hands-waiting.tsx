import { useQuery } from '@tanstack/react-query'
import { paths } from '@/app/paths'
import { useI18n } from '@/i18n'
import { Alert } from '@/ui/alert'
import { handsQuery } from '../hands-api'

/** On the page of an issue, for who may invite: that people wait for an answer. */
export function HandsWaiting({ tenant, issue }: { tenant: string; issue: string }) {
  const { t } = useI18n()
  const { data: hands } = useQuery(handsQuery(tenant, issue))
  const count = hands?.filter((hand) => hand.can.refuse).length ?? 0
  if (count === 0) return null
  return (
    <Alert kind="info">
      <a href={`${paths.invite(tenant, issue)}#handen`}>{t('hands-waiting', { count })}</a>
    </Alert>
  )
}
