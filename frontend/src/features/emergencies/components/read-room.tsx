import { useInfiniteQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { EmergencyOpened } from '@/api/types'
import { useI18n } from '@/i18n'
import { Button } from '@/ui/button'
import { ServerHtml } from '@/ui/html'
import { Refused } from '@/ui/refused'
import { emergencyPostsQuery } from '../api'
import { AskForm } from './ask-form'

interface Props {
  tenant: string
  access: EmergencyOpened['access']
  room: EmergencyOpened['rooms'][number]
  /** Whose browser it is. */
  owner: string
}

/** One closed conversation. It is fetched, and so stands in the log, only when somebody asks for it. */
export function ReadRoom({ tenant, access, room, owner }: Props) {
  const { t } = useI18n()
  const [open, setOpen] = useState(false)
  return (
    <section className="np-sheet np-stack">
      <h3 dir="auto">{room.title}</h3>
      {open ? (
        <Posts tenant={tenant} access={access} room={room} owner={owner} />
      ) : (
        <div>
          <Button aria-label={`${t('emergency-open-room')}: ${room.title}`} onClick={() => setOpen(true)}>
            {t('emergency-open-room')}
          </Button>
        </div>
      )}
    </section>
  )
}

function Posts({ tenant, access, room, owner }: Props) {
  const { t } = useI18n()
  const query = useInfiniteQuery(emergencyPostsQuery(tenant, access.id, room.thread))
  const [asks, setAsks] = useState<string | null>(null)
  const posts = query.data?.pages.flatMap((page) => page.items) ?? []
  return (
    <>
      <Refused error={query.error} />
      <ul role="list" className="np-stack">
        {posts.map((post) => (
          <li key={post.id} className="np-stack np-stack--tight">
            <h4>{post.name ? t('emergency-post-of', { number: post.seq, name: post.name }) : t('emergency-post', { number: post.seq })}</h4>
            {post.html ? <ServerHtml html={post.html} /> : <p className="np-soft">{t('emergency-post-gone')}</p>}
            {post.byAlias && asks !== post.id ? (
              <div>
                <Button appearance="subtle" aria-label={`${t('emergency-who-alias')} ${post.name ?? ''}`} onClick={() => setAsks(post.id)}>
                  {t('emergency-who-alias')}
                </Button>
              </div>
            ) : null}
            {asks === post.id ? <AskForm tenant={tenant} post={post.id} draft={`${owner}/emergency-${post.id}`} onAsked={() => setAsks(null)} /> : null}
          </li>
        ))}
      </ul>
      {query.hasNextPage ? (
        <div>
          <Button busy={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
            {t('emergency-more')}
          </Button>
        </div>
      ) : null}
    </>
  )
}
