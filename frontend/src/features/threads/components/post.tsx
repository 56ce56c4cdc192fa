import { memo } from 'react'
import type { Post } from '@/api/types'
import { useI18n } from '@/i18n'
import { friendlyMoment, fullMoment } from '@/lib/dates'
import { Button } from '@/ui/button'
import { ServerHtml } from '@/ui/html'
import { capacityWords } from '../words'

export interface PostActs {
  quote: (post: Post) => void
  edit: (post: Post) => void
  withdraw: (post: Post) => void
  history: (post: Post) => void
}

interface Props {
  post: Post
  own: boolean
  unread: boolean
  mayReply: boolean
  acts: PostActs
}

/** One contribution: who, in which capacity, when, what; and what one can do with it. */
export const PostArticle = memo(function PostArticle({ post, own, unread, mayReply, acts }: Props) {
  const { t, locale } = useI18n()
  const heading = `post-${String(post.seq)}`
  return (
    <article className="np-post" id={String(post.seq)} data-seq={post.seq} data-unread={unread || undefined} aria-labelledby={heading} tabIndex={-1}>
      <header className="np-post__head">
        <h3 id={heading} className="np-post__name">
          <bdi>{post.name}</bdi>
          {own ? <span className="np-soft"> {t('post-own')}</span> : null}
        </h3>
        <p className="np-post__meta">
          <span>{capacityWords(t, post.capacity, post.organisation)}</span>
          <a href={`#${String(post.seq)}`} title={fullMoment(locale, post.createdAt)}>
            <span className="np-hidden">{t('post-number', { number: post.seq })} </span>
            <time dateTime={post.createdAt}>{friendlyMoment(locale, post.createdAt, new Date())}</time>
          </a>
        </p>
      </header>
      {post.quotes ? (
        <blockquote className="np-quote">
          <a href={`#${String(post.quotes.seq)}`}>{t('post-answers', { name: post.quotes.name })}</a>
          <p dir="auto">{post.quotes.excerpt || t('post-quote-withdrawn')}</p>
        </blockquote>
      ) : null}
      {post.withdrawn ? <p className="np-soft">{t('post-withdrawn')}</p> : <ServerHtml html={post.html} />}
      {post.withdrawn ? null : <Actions post={post} own={own} mayReply={mayReply} acts={acts} />}
    </article>
  )
})

function Actions({ post, own, mayReply, acts }: Omit<Props, 'unread'>) {
  const { t } = useI18n()
  const number = post.seq
  return (
    <div className="np-post__acts np-no-print">
      {mayReply ? (
        <Button appearance="subtle" onClick={() => acts.quote(post)} aria-label={t('post-quote-name', { number })}>
          {t('post-quote')}
        </Button>
      ) : null}
      {own && mayReply ? (
        <>
          <Button appearance="subtle" onClick={() => acts.edit(post)} aria-label={t('post-edit-name', { number })}>
            {t('post-edit')}
          </Button>
          <Button appearance="subtle" onClick={() => acts.withdraw(post)} aria-label={t('post-withdraw-name', { number })}>
            {t('post-withdraw')}
          </Button>
        </>
      ) : null}
      {post.editedAt ? (
        <Button appearance="subtle" onClick={() => acts.history(post)} aria-label={t('post-history-name', { number })}>
          {t('post-edited')}
        </Button>
      ) : null}
    </div>
  )
}
