import { useI18n } from '@/i18n'
import { Alert } from './alert'

/** Why a text that saves itself is refused as a whole, beside its buttons: what was typed stays in sight, to be copied. */
export function Refused({ why }: { why: string }) {
  const { t } = useI18n()
  return (
    <Alert kind="error">
      <p>{why || t('error-text')}</p>
      <p>{t('save-refused-keep')}</p>
    </Alert>
  )
}
