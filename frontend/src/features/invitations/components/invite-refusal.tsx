import { Problem } from '@/api/problems'
import { useI18n } from '@/i18n'
import { Alert } from '@/ui/alert'
import { ErrorSummary } from '@/ui/error-summary'
import { inviteeAt } from '../invitees'

/** Why nothing was sent: nobody was chosen, or each refused invitee by name. */
export function InviteRefusal(props: { error: Error | null; who: readonly string[]; alone: boolean }) {
  const { t } = useI18n()
  const { error, who, alone } = props
  if (alone) return <ErrorSummary title={t('error-summary-title')} entries={[{ field: 'invite-addresses', sentence: t('invite-nobody') }]} />
  if (!error) return null
  if (!(error instanceof Problem)) return <Alert kind="error">{t('offline-text')}</Alert>
  if (error.errors.length === 0) return <Alert kind="error">{error.detail}</Alert>
  const entries = error.errors.map(({ pointer, detail }) => {
    const place = inviteeAt(pointer)
    const name = place === null ? undefined : who[place]
    const field = /^\/(size|waitDays|enough)$/.exec(pointer)?.[1]
    return { field: field ? `waves-${field}` : pointer.endsWith('/email') ? 'invite-addresses' : null, sentence: name === undefined ? detail : t('invite-fault', { name, why: detail }) }
  })
  return <ErrorSummary title={error.title} entries={entries} />
}
