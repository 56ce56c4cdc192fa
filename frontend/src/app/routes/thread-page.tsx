import { useQuery, useQueryClient } from '@tanstack/react-query'
import { lazy, type ReactNode, Suspense, useCallback, useEffect, useState } from 'react'
import { useSearchParams } from 'wouter'
import { realtime } from '@/api/realtime'
import { useOwner, useSession } from '@/api/session'
import type { Thread } from '@/api/types'
import { Loaded } from '@/app/loaded'
import { PageHead } from '@/app/layouts/page-head'
import { paths } from '@/app/paths'
import { OwnNote, useNoteOutOfSight } from '@/features/facilitating/components/own-note'
import { firstPostsQuery, type Part, refreshThread, threadQuery } from '@/features/threads/api'
import { Conversation } from '@/features/threads/components/conversation'
import { placeName } from '@/features/threads/use-kept-place'
import { hashSeq } from '@/features/threads/view'
import { SeenHere } from '@/features/notifications/components/seen-here'
import { useI18n } from '@/i18n'
import { useWritten } from '@/i18n/written'
import { loadPart } from '@/lib/load-part'
import { placeIn } from '@/lib/places'
import { namesPeople, REGIME } from '@/lib/regimes'
import { Skeleton } from '@/ui/states'
import { RoomQueue } from './room-queue'
import { SpeaksAs } from './speaks-as'

const ThreadFeedback = lazy(() => loadPart(() => import('./thread-feedback')))

export default function ThreadPage({ tenant, thread }: { tenant: string; thread: string }) {
  const query = useQuery(threadQuery(tenant, thread))
  const client = useQueryClient()
  useEffect(
    () => () => {
      // Reading changed the counts that other pages show.
      void client.invalidateQueries({ queryKey: ['threads', tenant] })
      void client.invalidateQueries({ queryKey: ['my-issues'] })
      void client.invalidateQueries({ queryKey: ['draft-marks'] })
    },
    [client, tenant],
  )
  return <Loaded query={query}>{(found) => <ThreadView tenant={tenant} thread={found} />}</Loaded>
}

/** The address wins, then the first unread, then where one left off on this device, then the newest; a visitor begins at the beginning. */
function openingPart(thread: Thread, owner: string): Part {
  const name = placeName(owner, thread)
  const wanted = hashSeq() ?? thread.firstUnread ?? (name === null ? null : placeIn(name))
  if (wanted !== null) return { around: wanted }
  return owner === '' ? { after: 0 } : {}
}

function ThreadView({ tenant, thread }: { tenant: string; thread: Thread }) {
  const { t } = useI18n()
  const written = useWritten()
  const me = useSession()
  const owner = useOwner()
  const [search] = useSearchParams()
  const only = search.get('toon') === 'terugkoppelingen'
  const note = useNoteOutOfSight(tenant, thread.id, thread.me != null && namesPeople(thread.regime))
  return (
    <>
      {me ? <SeenHere thread={thread.id} /> : null}
      <PageHead title={thread.title} lang={written(thread.title)} crumb={{ href: paths.issue(tenant, thread.issue), name: thread.issueTitle }} />
      {thread.me && namesPeople(thread.regime) ? <OwnNote tenant={tenant} thread={thread.id} /> : null}
      <SpeaksAs tenant={tenant} thread={thread} owner={owner} />
      {thread.regime === 'open' ? null : <p className="np-soft">{t(REGIME[thread.regime].key)}</p>}
      <nav aria-label={t('feedback-choice')} className="np-nav np-nav--sub np-no-print">
        <ul role="list">
          <li>
            <a href={paths.thread(tenant, thread.id)} aria-current={only ? undefined : 'page'}>
              {t('feedback-all')}
            </a>
          </li>
          <li>
            <a href={paths.threadFeedback(tenant, thread.id)} aria-current={only ? 'page' : undefined}>
              {t('feedback-only')}
            </a>
          </li>
        </ul>
      </nav>
      <RoomQueue tenant={tenant} thread={thread} />
      {only ? (
        <Suspense fallback={<Skeleton />}>
          <ThreadFeedback tenant={tenant} thread={thread} owner={owner} />
        </Suspense>
      ) : (
        <Talk tenant={tenant} thread={thread} owner={owner} note={note} />
      )}
    </>
  )
}

/** An issue that pauses, closes or opens again takes its conversations along. */
function useStale(tenant: string, thread: Thread): () => void {
  const client = useQueryClient()
  const { id, issue } = thread
  // The socket says it again when the fetching fails, and so does the answer to what is sent.
  const stale = useCallback(() => void refreshThread(client, tenant, id).catch(() => undefined), [client, tenant, id])
  useEffect(
    () =>
      realtime().subscribe(`issue:${issue}`, null, {
        // Every conversation of the issue is heard here too.
        onEvent: ({ kind }) => (kind.startsWith('issue.') ? stale() : undefined),
        onRefresh: stale,
      }),
    [issue, stale],
  )
  return stale
}

function Talk(props: { tenant: string; thread: Thread; owner: string; note: ReactNode }) {
  const { tenant, thread } = props
  const stale = useStale(tenant, thread)
  // Whose text it is does not change when a session ends halfway.
  const [owner] = useState(props.owner)
  const [part] = useState(() => openingPart(thread, owner))
  const first = useQuery(firstPostsQuery(tenant, thread.id, part))
  return <Loaded query={first}>{(page) => <Conversation tenant={tenant} thread={thread} first={page} owner={owner} note={props.note} onStale={stale} />}</Loaded>
}
