import { useQueryClient } from '@tanstack/react-query'
import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import type { Post, PostResponses, ResponseKind, Thread } from '@/api/types'
import { useI18n } from '@/i18n'
import { announce } from '@/lib/announcer'
import { useRefusal } from '@/ui/refused'
import { toast } from '@/ui/toast'
import type { Beside } from './beside'
import { acceptAnswer, BLOCK, pinPost, respond as sendResponse, responsesQuery } from './beside-api'
import { useDilemma } from './use-dilemma'
import { useResponses } from './use-responses'
import { useTasks } from './use-tasks'
import { RESPONSE } from './words'

interface Given {
  tenant: string
  thread: Thread
  posts: readonly Post[]
  lastChange: number
  receive: (post: Post, show: boolean) => void
  onFault: (fault: string | null) => void
  onLabel: (post: Post) => void
  onSort: (post: Post) => void
  onTask: (post: Post) => void
  onStale: () => void
}

/** What one does beside posts. A refusal is said at the foot of the screen. */
export function useBesidePosts({ tenant, thread, posts, lastChange, receive, onFault, onLabel, onSort, onTask, onStale }: Given) {
  const { t } = useI18n()
  const why = useRefusal()
  const client = useQueryClient()
  const { dilemma, refresh: refreshDilemma } = useDilemma(tenant, thread, lastChange)
  const responses = useResponses(tenant, thread.id, posts, lastChange)
  const { tasks, canMake, refresh: refreshTasks } = useTasks(tenant, thread, lastChange)
  const [picked, setPicked] = useState<ReadonlySet<string> | null>(null)
  useMarksChanged(posts, onStale)
  const failed = useCallback((error: unknown) => onFault(why(error)), [onFault, why])
  const respond = useCallback(
    (post: Post, kind: ResponseKind, give: boolean) => {
      const { queryKey } = responsesQuery(tenant, thread.id, Math.floor((post.seq - 1) / BLOCK) * BLOCK)
      const put = (now: PostResponses) => client.setQueryData(queryKey, (known) => [...(known ?? []).filter((one) => one.post !== post.id), now])
      sendResponse(tenant, post.id, kind, give).then((now) => {
        onFault(null)
        put(now)
        announce(t(give ? 'response-given' : 'response-taken', { word: t(RESPONSE[kind]) }))
      }, failed)
    },
    [client, tenant, thread.id, onFault, failed, t],
  )
  const mark = useCallback(
    (act: Promise<Post>, sentence: string) => {
      act.then((now) => {
        onFault(null)
        receive(now, true)
        toast(sentence)
      }, failed)
    },
    [receive, onFault, failed],
  )
  const pin = useCallback((post: Post) => mark(pinPost(tenant, post.id, !post.pinned), t(post.pinned ? 'post-unpinned' : 'post-pinned')), [mark, tenant, t])
  const accept = useCallback((post: Post) => mark(acceptAnswer(tenant, post.id, !post.accepted), t(post.accepted ? 'post-unaccepted' : 'post-accepted')), [mark, tenant, t])
  const pick = useCallback(
    (post: Post) =>
      setPicked((now) => {
        const next = new Set(now)
        if (!next.delete(post.id)) next.add(post.id)
        return next
      }),
    [],
  )
  const beside: Beside = useMemo(
    () => ({ tenant, thread, responses, respond, pin, accept, label: onLabel, sort: onSort, dilemma, refreshDilemma, tasks, task: canMake ? onTask : null, refreshTasks, picked, pick }),
    [tenant, thread, responses, respond, pin, accept, onLabel, onSort, onTask, dilemma, refreshDilemma, tasks, canMake, refreshTasks, picked, pick],
  )
  return { beside, picked, setPicked }
}

/** What is on top and what answers is told with the conversation: it is fetched anew when a post says otherwise. */
function useMarksChanged(posts: readonly Post[], onStale: () => void): void {
  const marks = posts
    .filter(({ pinned, accepted, movedTo }) => pinned || accepted || movedTo)
    .map(({ id, pinned, accepted }) => `${id} ${String(pinned)} ${String(accepted)}`)
    .join()
  const before = useRef({ marks, first: posts[0]?.seq, last: posts.at(-1)?.seq })
  useEffect(() => {
    const [first, last] = [posts[0]?.seq, posts.at(-1)?.seq]
    const same = before.current.first === first && before.current.last === last
    if (same && before.current.marks !== marks) onStale()
    before.current = { marks, first, last }
  }, [marks, posts, onStale])
}
