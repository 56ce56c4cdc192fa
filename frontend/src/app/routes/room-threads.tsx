import { useQuery } from '@tanstack/react-query'
import { lazy, Suspense } from 'react'
import type { Issue } from '@/api/types'
import { go } from '@/app/links'
import { paths } from '@/app/paths'
import { retentionQuery, tenantQuery } from '@/features/tenants/api'
import { threadListQuery } from '@/features/threads/api'
import { ThreadList } from '@/features/threads/components/thread-list'
import { useI18n } from '@/i18n'
import { longDay } from '@/lib/dates'
import { loadPart } from '@/lib/load-part'
import { Alert } from '@/ui/alert'
import { Skeleton } from '@/ui/states'

const NewThread = lazy(() => loadPart(() => import('@/features/threads/components/new-thread')))

/** The conversations of an issue, or of the room of a network. */
export function RoomThreads({ tenant, issue }: { tenant: string; issue: Issue }) {
  const { t, locale } = useI18n()
  const { data: owner } = useQuery({ ...tenantQuery(tenant), enabled: issue.can.openThread })
  const { data: kept } = useQuery({ ...retentionQuery(tenant), enabled: issue.can.openThread })
  const { data, isPending } = useQuery(threadListQuery(tenant, issue.id))
  if (isPending) return <div className="np-threads-place" aria-busy="true" />
  // That there are none is something else.
  if (!data) {
    return (
      <section className="np-stack np-no-print">
        <h2>{t('threads-title')}</h2>
        <Alert kind="error">
          {t('error-text')} {t('error-tries-again')}
        </Alert>
      </section>
    )
  }
  if (data.items.length === 0 && !issue.can.openThread) return null
  const paused = data.pausedUntil
  return (
    <section className="np-stack np-no-print">
      <h2>{t('threads-title')}</h2>
      {data.items.length > 0 ? <ThreadList tenant={tenant} threads={data.items} /> : <p className="np-soft">{t('threads-none')}</p>}
      {paused ? (
        <p>
          {t('composer-paused', { until: longDay(locale, paused) })} <a href={paths.moderated()}>{t('composer-paused-why')}</a>
        </p>
      ) : null}
      {issue.can.openThread && !paused ? (
        <Suspense fallback={<Skeleton lines={1} />}>
          <NewThread tenant={tenant} issue={issue} organisation={owner?.data.name ?? null} retention={kept?.data ?? null} onStarted={(thread) => go(paths.thread(tenant, thread.id))} />
        </Suspense>
      ) : null}
    </section>
  )
}
