import { useQuery } from '@tanstack/react-query'
import { lazy, Suspense } from 'react'
import { useI18n } from '@/i18n'
import { loadPart } from '@/lib/load-part'
import { Alert } from '@/ui/alert'
import { Button } from '@/ui/button'
import { Skeleton } from '@/ui/states'
import { outcomeQuery } from '../api'
import '../outcomes.css'

const OutcomeSheet = lazy(() => loadPart(() => import('./outcome-sheet')))

/** What came of an issue; nothing for as long as nothing was published. */
export function PublishedOutcome(props: { tenant: string; issue: string; expected: boolean }) {
  const { t } = useI18n()
  const query = useQuery(outcomeQuery(props.tenant, props.issue))
  if (query.data?.published) {
    return (
      <Suspense fallback={<Skeleton lines={4} />}>
        <OutcomeSheet {...props} outcome={query.data} edition={query.data.published} />
      </Suspense>
    )
  }
  if (query.isPending && props.expected) return <Skeleton lines={4} />
  if (query.isError) {
    return (
      <Alert kind="warning">
        <p>{t('outcome-failed')}</p>
        <Button busy={query.isFetching} onClick={() => void query.refetch()}>
          {t('action-retry')}
        </Button>
      </Alert>
    )
  }
  return null
}
