import { useQuery } from '@tanstack/react-query'
import { paths } from '@/app/paths'
import { useI18n } from '@/i18n'
import { Alert } from '@/ui/alert'
import { contactsQuery } from '../api'

/** On the overview: that people ask for contact. */
export function ContactsWaiting() {
  const { t } = useI18n()
  const { data: waiting } = useQuery(contactsQuery)
  if (!waiting || waiting.length === 0) return null
  return (
    <Alert kind="info">
      <a href={paths.contacts()}>{t('contacts-waiting', { count: waiting.length })}</a>
    </Alert>
  )
}
