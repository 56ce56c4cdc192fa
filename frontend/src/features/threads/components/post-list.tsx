import { Fragment, type ReactNode } from 'react'
import type { Post } from '@/api/types'
import { useI18n } from '@/i18n'
import { calendarMoment } from '@/lib/dates'
import { includes, type Ranges } from '@/lib/ranges'
import type { Passage } from '../use-passage'
import { type PostActs, PostArticle } from './post'

interface Divider {
  before: number
  count: number
}

interface Props {
  posts: readonly Post[]
  /** What had been read when the page opened; the divider stays where it was until one leaves. Null for who has no memory here. */
  read: Ranges | null
  isOwn: (post: Post) => boolean
  isMuted: (post: Post) => boolean
  /** Whether the room tells who wrote what. */
  named: boolean
  linked: number | null
  mayReply: boolean
  divider: Divider | null
  passage: Passage | null
  acts: PostActs
  editing: { seq: number; editor: ReactNode } | null
  below: { seq: number; part: ReactNode } | null
}

export function PostList({ posts, read, isOwn, isMuted, named, linked, mayReply, divider, passage, acts, editing, below }: Props) {
  return (
    <>
      {posts.map((post) => {
        const own = isOwn(post)
        return (
          <Fragment key={post.seq}>
            {divider?.before === post.seq ? <UnreadDivider count={divider.count} since={post.createdAt} /> : null}
            <PostArticle
              post={post}
              own={own}
              named={named}
              muted={!own && isMuted(post)}
              unread={read !== null && !own && !includes(read, post.seq)}
              linked={linked === post.seq}
              mayReply={mayReply}
              passage={passage?.seq === post.seq ? passage : null}
              acts={acts}
              editor={editing?.seq === post.seq ? editing.editor : null}
              below={below?.seq === post.seq ? below.part : null}
            />
          </Fragment>
        )
      })}
    </>
  )
}

function UnreadDivider({ count, since }: { count: number; since: string }) {
  const { t, locale } = useI18n()
  return (
    <h2 className="np-divider" id="unread" tabIndex={-1}>
      {t('unread-divider', { count, moment: calendarMoment(locale, since, new Date()) })}
    </h2>
  )
}
