import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useOwner } from '@/api/session'
import type { RoomSummary, Thread } from '@/api/types'
import { Loaded } from '@/app/loaded'
import { PageHead } from '@/app/layouts/page-head'
import { paths } from '@/app/paths'
import { threadQuery } from '@/features/threads/api'
import { SummaryForm } from '@/features/threads/components/summary-form'
import { SummaryVersions } from '@/features/threads/components/summary-versions'
import { summaryQuery, summaryVersionsQuery } from '@/features/threads/summary-api'
import { useI18n } from '@/i18n'
import { fullMoment } from '@/lib/dates'
import { ServerHtml } from '@/ui/html'
import { EmptyState } from '@/ui/states'

/** The summary of a conversation with all its versions, and the next one for whoever runs the issue. */
export default function SummaryPage({ tenant, thread: id }: { tenant: string; thread: string }) {
  const thread = useQuery(threadQuery(tenant, id))
  const summary = useQuery(summaryQuery(tenant, id))
  return <Loaded query={thread}>{(thread) => <Loaded query={summary}>{(summary) => <View tenant={tenant} thread={thread} summary={summary} />}</Loaded>}</Loaded>
}

function View({ tenant, thread, summary }: { tenant: string; thread: Thread; summary: RoomSummary }) {
  const { t, locale } = useI18n()
  const client = useQueryClient()
  const owner = useOwner()
  const versions = useQuery(summaryVersionsQuery(tenant, thread.id))
  const { queryKey } = summaryQuery(tenant, thread.id)
  return (
    <div className="np-stack np-stack--loose np-measure">
      <PageHead title={t('summary-title')} about={thread.title} crumb={{ href: paths.thread(tenant, thread.id), name: thread.title }} lead={t('summary-lead')} />
      {summary.writtenAt ? (
        <article className="np-sheet np-stack np-stack--tight">
          <p className="np-soft np-small">{t('summary-when', { version: summary.version, moment: fullMoment(locale, summary.writtenAt) })}</p>
          <ServerHtml html={summary.html} />
        </article>
      ) : (
        <EmptyState title={t('summary-none-title')}>{t('summary-none-text')}</EmptyState>
      )}
      {summary.canWrite ? (
        <SummaryForm
          tenant={tenant}
          thread={thread.id}
          summary={summary}
          draft={`${owner}/summary-${thread.id}`}
          onWritten={(now) => {
            client.setQueryData(queryKey, now)
            void client.invalidateQueries({ queryKey: summaryVersionsQuery(tenant, thread.id).queryKey })
          }}
          onStale={() => client.fetchQuery({ ...summaryQuery(tenant, thread.id), staleTime: 0 })}
        />
      ) : null}
      {summary.version > 1 ? <Loaded query={versions}>{(items) => <SummaryVersions versions={items} />}</Loaded> : null}
    </div>
  )
}
