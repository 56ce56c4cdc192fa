import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { useMutation } from '@/api/use-mutation'
import { useNews } from '@/api/use-news'
import type { Thread, WaitingPost } from '@/api/types'
import { type PlainKey, useI18n } from '@/i18n'
import { inLanguage } from '@/lib/languages'
import { Alert } from '@/ui/alert'
import { Button } from '@/ui/button'
import { HangingFiles } from '@/ui/hanging-files'
import { ServerHtml } from '@/ui/html'
import { Refused } from '@/ui/refused'
import { fileAddress } from '../files-api'
import { fromWaiting, type Take } from '../use-taken-back'
import { takeWaitingBack, waitingQuery } from '../waiting-api'

interface Props {
  tenant: string
  thread: Thread
  lastSeq: number
  take: Take
  /** A translation was taken back: of which post. */
  onTranslation: (of: string) => void
}

/** What one wrote and others do not read yet, with why; what came back, with what was said. */
export function WaitingPosts({ tenant, thread, lastSeq, take, onTranslation }: Props) {
  const { t } = useI18n()
  const client = useQueryClient()
  const query = waitingQuery(tenant, thread.id)
  const { data } = useQuery(query)
  const { queryKey } = query
  // What was let through is among the others by then.
  useEffect(() => void client.invalidateQueries({ queryKey: ['waiting-posts', tenant, thread.id] }), [client, tenant, thread.id, lastSeq])
  // That it came back, a notification tells.
  useNews(data && data.length > 0 ? [queryKey] : [])
  const [isLet, setLet] = useState(false)
  const posts = data ?? []
  if (posts.length === 0 && !isLet) return null
  return (
    <section className="np-stack np-no-print" aria-labelledby={posts.length > 0 ? 'waiting-title' : undefined}>
      {posts.length > 0 ? <h2 id="waiting-title">{t(titleOf(posts))}</h2> : null}
      {isLet ? <Alert kind="error">{t('look-let-meanwhile')}</Alert> : null}
      {posts.map((post) => (
        <Waiting key={post.id} tenant={tenant} thread={thread.id} post={post} take={take} onTranslation={onTranslation} onLet={setLet} />
      ))}
    </section>
  )
}

function Waiting({ tenant, thread, post, take, onTranslation, onLet }: Pick<Props, 'tenant' | 'take' | 'onTranslation'> & { thread: string; post: WaitingPost; onLet: (isLet: boolean) => void }) {
  const { t } = useI18n()
  const client = useQueryClient()
  const back = useMutation({
    mutationFn: () => take(fromWaiting(post), () => takeWaitingBack(tenant, post.id)),
    onMutate: () => onLet(false),
    onSuccess: (became) => {
      if (became === 'stands') onLet(true)
      else if (post.translates) onTranslation(post.translates.id)
    },
    // It may have been let through meanwhile.
    onSettled: () => client.invalidateQueries({ queryKey: waitingQuery(tenant, thread).queryKey }),
  })
  const { error } = back
  return (
    <article className="np-post np-post--outgoing" aria-label={t(post.said ? 'look-back-name' : 'look-name')}>
      <h3 className="np-post__name">
        <bdi>{post.name}</bdi>
      </h3>
      <ServerHtml html={post.html} language={post.translates ? inLanguage(post.translates.language) : undefined} />
      <HangingFiles files={post.files} address={(id) => fileAddress(tenant, id)} />
      {post.said ? (
        <Alert kind="warning">
          <p>{t('look-returned')}</p>
          <p dir="auto">{post.said}</p>
        </Alert>
      ) : (
        <p>{t(post.why === 'links' ? 'look-links' : 'look-room')}</p>
      )}
      <div className="np-row">
        <Button appearance="secondary" busy={back.isPending} onClick={() => back.mutate()}>
          {t('outgoing-take-back')}
        </Button>
      </div>
      <Refused error={error} />
    </article>
  )
}

/** Some may wait while others came back. */
function titleOf(posts: readonly WaitingPost[]): PlainKey {
  const back = posts.filter((post) => post.said).length
  if (back === 0) return 'look-title'
  return back === posts.length ? 'look-back-title' : 'look-mixed-title'
}
