import { Fragment } from 'react'
import type { Post } from '@/api/types'
import { useI18n } from '@/i18n'
import { includes, type Ranges } from '@/lib/ranges'
import { type PostActs, PostArticle } from './post'

interface Props {
  posts: readonly Post[]
  /** What had been read when the page opened; the divider stays where it was until one leaves. */
  read: Ranges
  me: string | null
  mayReply: boolean
  divider: { before: number; count: number } | null
  acts: PostActs
}

export function PostList({ posts, read, me, mayReply, divider, acts }: Props) {
  const { t } = useI18n()
  return (
    <>
      {posts.map((post) => (
        <Fragment key={post.seq}>
          {divider?.before === post.seq ? (
            <h2 className="np-divider" id="unread" tabIndex={-1}>
              {t('unread-divider', { count: divider.count })}
            </h2>
          ) : null}
          <PostArticle post={post} own={post.author === me} unread={me !== null && !includes(read, post.seq)} mayReply={mayReply} acts={acts} />
        </Fragment>
      ))}
    </>
  )
}
