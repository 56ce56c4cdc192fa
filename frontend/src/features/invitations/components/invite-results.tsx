import { useI18n } from '@/i18n'
import { Alert } from '@/ui/alert'
import type { InviteResult } from '../api'
import { OUTCOME } from '../words'

/** What became of asking each of them. */
export function InviteResults(props: { results: readonly InviteResult[]; nameOf: (result: InviteResult) => string }) {
  const { t } = useI18n()
  const allSent = props.results.every((result) => result.outcome === 'sent')
  return (
    <Alert kind={allSent ? 'ok' : 'warning'}>
      <h2>{t('invite-results')}</h2>
      <ul>
        {props.results.map((result, place) => (
          <li key={place}>
            <strong>
              <bdi>{props.nameOf(result)}</bdi>
            </strong>
            : {t(OUTCOME[result.outcome])}
          </li>
        ))}
      </ul>
    </Alert>
  )
}
