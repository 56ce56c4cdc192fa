import { useQuery } from '@tanstack/react-query'
import type { Issue, ReachReport as Report } from '@/api/types'
import { Loaded } from '@/app/loaded'
import { PageHead } from '@/app/layouts/page-head'
import { PrintedFrom } from '@/app/layouts/printed-from'
import { paths } from '@/app/paths'
import { issueQuery, reachQuery } from '@/features/issues/api'
import { ReachReport } from '@/features/issues/components/reach-report'
import { PublishedOutcome } from '@/features/outcomes/components/published-outcome'
import { useI18n } from '@/i18n'
import { useWritten } from '@/i18n/written'
import { Button, ButtonLink } from '@/ui/button'
import { EmptyState } from '@/ui/states'
import '@/features/issues/issues.css'

/** Who takes part in an issue, in numbers; with the issue and what came of it, to be printed for a council. */
export default function ReachPage({ tenant, issue: id }: { tenant: string; issue: string }) {
  const issue = useQuery(issueQuery(tenant, id))
  const report = useQuery(reachQuery(tenant, id))
  return <Loaded query={report}>{(report) => <Loaded query={issue}>{(issue) => <ReachView tenant={tenant} issue={issue} report={report} />}</Loaded>}</Loaded>
}

function ReachView({ tenant, issue, report: { least, report } }: { tenant: string; issue: Issue; report: Report }) {
  const { t } = useI18n()
  const back = paths.issue(tenant, issue.id)
  return (
    <article className="np-stack np-stack--loose">
      <PageHead title={t('reach-title')} about={issue.title} crumb={{ href: back, name: issue.title }} lead={t('reach-lead')}>
        {report ? (
          <div className="np-row np-no-print">
            <Button onClick={() => window.print()}>{t('action-print')}</Button>
            <span className="np-soft np-small">{t('reach-print-hint')}</span>
          </div>
        ) : null}
      </PageHead>
      {report ? (
        <>
          <Question issue={issue} />
          <ReachReport least={least} reach={report} />
          <div className="np-print-only">
            <PublishedOutcome tenant={tenant} issue={issue.id} expected={false} />
          </div>
          <PrintedFrom />
        </>
      ) : (
        <EmptyState title={t('reach-none-title')} action={<ButtonLink href={back}>{t('reach-none-action')}</ButtonLink>}>
          {t('reach-none-text', { least })}
        </EmptyState>
      )}
    </article>
  )
}

/** What it is about: whoever reads this on paper does not have the issue beside it. */
function Question({ issue }: { issue: Issue }) {
  const { t } = useI18n()
  const written = useWritten()
  return (
    <section className="np-stack np-stack--tight np-print-only">
      <h2 dir="auto" lang={written(issue.title)}>{issue.title}</h2>
      <p className="np-question" dir="auto" lang={written(issue.coreQuestion)}>
        {issue.coreQuestion}
      </p>
      <h3>{t('issue-why-now')}</h3>
      <p className="np-prose np-prose--plain" dir="auto" lang={written(issue.whyNow)}>
        {issue.whyNow}
      </p>
    </section>
  )
}
