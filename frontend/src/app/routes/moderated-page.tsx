import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useOwner } from '@/api/session'
import { useNews } from '@/api/use-news'
import type { OwnDecision, OwnReport } from '@/api/types'
import { AccountNav } from '@/app/layouts/account-nav'
import { PageHead } from '@/app/layouts/page-head'
import { Loaded } from '@/app/loaded'
import { ownDecisionsQuery, ownReportsQuery } from '@/features/moderation/api'
import { DecisionCard } from '@/features/moderation/components/decision-card'
import { ReportCard } from '@/features/moderation/components/report-card'
import { RewritePost } from '@/features/threads/components/rewrite-post'
import { useI18n } from '@/i18n'
import { EmptyState } from '@/ui/states'
import { toast } from '@/ui/toast'

const OWN = [ownReportsQuery, ownDecisionsQuery].map(({ queryKey }) => queryKey)

/** What the reader reported, and what was decided about their own posts. */
export default function ModeratedPage() {
  const { t } = useI18n()
  useNews(OWN)
  const reports = useQuery(ownReportsQuery)
  const decisions = useQuery(ownDecisionsQuery)
  return (
    <div className="np-stack np-stack--loose np-measure">
      <PageHead title={t('moderated-title')} lead={t('moderated-lead')}>
        <AccountNav />
      </PageHead>
      <Loaded query={decisions}>{(about) => <Loaded query={reports}>{(own) => <Content decisions={about} reports={own} />}</Loaded>}</Loaded>
    </div>
  )
}

function Content({ decisions, reports }: { decisions: OwnDecision[]; reports: OwnReport[] }) {
  const { t } = useI18n()
  const owner = useOwner()
  const client = useQueryClient()
  const changed = () => {
    for (const queryKey of OWN) void client.invalidateQueries({ queryKey })
  }
  const rewritten = () => {
    toast(t('moderated-rewrite-done'))
    changed()
  }
  if (decisions.length + reports.length === 0) return <EmptyState title={t('moderated-none-title')}>{t('moderated-none-text')}</EmptyState>
  return (
    <>
      {decisions.length > 0 ? (
        <section className="np-stack" aria-labelledby="decisions-title">
          <h2 id="decisions-title">{t('moderated-decisions')}</h2>
          <ul role="list" className="np-stack">
            {decisions.map((decision) => (
              <DecisionCard key={decision.id} decision={decision} owner={owner} rewrite={<RewritePost decision={decision} owner={owner} onDone={rewritten} />} onChanged={changed} />
            ))}
          </ul>
        </section>
      ) : null}
      {reports.length > 0 ? (
        <section className="np-stack" aria-labelledby="reports-title">
          <h2 id="reports-title">{t('moderated-reports')}</h2>
          <ul role="list" className="np-stack">
            {reports.map((report) => (
              <ReportCard key={report.id} report={report} owner={owner} onChanged={changed} />
            ))}
          </ul>
        </section>
      ) : null}
    </>
  )
}
