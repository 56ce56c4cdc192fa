import { useI18n } from '@/i18n'
import { Alert } from './alert'
import { Button } from './button'

interface Paged {
  hasNextPage: boolean
  isFetchingNextPage: boolean
  isFetchNextPageError: boolean
  fetchNextPage: () => Promise<unknown>
}

/** Leads on in a list, as long as there is more; says so when the rest did not come. */
export function More({ query }: { query: Paged }) {
  const { t } = useI18n()
  if (!query.hasNextPage) return null
  return (
    <div className="np-stack np-stack--tight">
      {query.isFetchNextPageError && !query.isFetchingNextPage ? (
        <Alert kind="error">
          <p>{t('list-more-failed')}</p>
        </Alert>
      ) : null}
      <div>
        <Button busy={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
          {t('list-more')}
        </Button>
      </div>
    </div>
  )
}
