import { lazy, Suspense, useState } from 'react'
import { useOwner } from '@/api/session'
import { paths } from '@/app/paths'
import { type PlainKey, useI18n } from '@/i18n'
import { loadPart } from '@/lib/load-part'
import { Button } from '@/ui/button'

const ReportDialog = lazy(() => loadPart(() => import('./report-title-dialog')))

interface Props {
  tenant: string
  /** The conversation, or the issue. */
  id: string
}

/** Beside the log, for who looks for it. */
export const ReportTitle = (props: Props) => <Report {...props} about="title" says="thread-report-title" href={paths.reportTitle(props.tenant, props.id)} />

/** Below the text of an issue. */
export const ReportIssue = (props: Props) => <Report {...props} about="issue" says="issue-report" href={paths.reportIssue(props.tenant, props.id)} />

/** Who has no account reports on a page of the server's. */
function Report({ tenant, id, about, says, href }: Props & { about: 'title' | 'issue'; says: PlainKey; href: string }) {
  const { t } = useI18n()
  const owner = useOwner()
  const [open, setOpen] = useState(false)
  return (
    <div className="np-no-print">
      {owner === '' ? (
        <p>
          <a href={href}>{t(says)}</a>
        </p>
      ) : (
        <Button appearance="subtle" onClick={() => setOpen(true)}>
          {t(says)}
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
