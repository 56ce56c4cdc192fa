import { lazy, Suspense, useState } from 'react'
import { useOwner } from '@/api/session'
import type { Thread } from '@/api/types'
import { paths } from '@/app/paths'
import { useI18n } from '@/i18n'
import { loadPart } from '@/lib/load-part'
import { Button } from '@/ui/button'

const ReportTitleDialog = lazy(() => loadPart(() => import('./report-title-dialog')))

/** Beside the log, for who looks for it. Who has no account reports on a page of the server's. */
export function ReportTitle({ tenant, thread }: { tenant: string; thread: Thread }) {
  const { t } = useI18n()
  const owner = useOwner()
  const [open, setOpen] = useState(false)
  return (
    <div className="np-no-print">
      {owner === '' ? (
        <p>
          <a href={paths.reportTitle(tenant, thread.id)}>{t('thread-report-title')}</a>
        </p>
      ) : (
        <Button appearance="subtle" onClick={() => setOpen(true)}>
          {t('thread-report-title')}
        </Button>
      )}
      {open ? (
        <Suspense>
          <ReportTitleDialog tenant={tenant} thread={thread} owner={owner} onClose={() => setOpen(false)} />
        </Suspense>
      ) : null}
    </div>
  )
}
