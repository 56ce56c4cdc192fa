import { lazy, Suspense, useState } from 'react'
import { useOwner } from '@/api/session'
import { paths } from '@/app/paths'
import { useI18n } from '@/i18n'
import { loadPart } from '@/lib/load-part'
import { Button } from '@/ui/button'

const ReportDialog = lazy(() => loadPart(() => import('./report-title-dialog')))

const SAYS = { title: 'thread-report-title', issue: 'issue-report' } as const

interface Props {
  tenant: string
  /** The conversation, or the issue. */
  id: string
}

/** Beside the log, for who looks for it. */
export const ReportTitle = (props: Props) => <Report {...props} about="title" href={paths.reportTitle(props.tenant, props.id)} />

/** Below the text of an issue. */
export const ReportIssue = (props: Props) => <Report {...props} about="issue" href={paths.reportIssue(props.tenant, props.id)} />

/** Who has no account reports on a page of the server's. */
function Report({ tenant, id, about, href }: Props & { about: keyof typeof SAYS; href: string }) {
  const { t } = useI18n()
  const owner = useOwner()
  const [open, setOpen] = useState(false)
  return (
    <div className="np-no-print">
      {owner === '' ? (
        <p>
          <a href={href}>{t(SAYS[about])}</a>
        </p>
      ) : (
        <Button appearance="subtle" onClick={() => setOpen(true)}>
          {t(SAYS[about])}
        </Button>
      )}
      {open ? (
        <Suspense>
          <ReportDialog tenant={tenant} id={id} about={about} owner={owner} onClose={() => setOpen(false)} />
        </Suspense>
      ) : null}
    </div>
  )
}
