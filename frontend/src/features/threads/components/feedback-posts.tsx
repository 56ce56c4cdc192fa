import { useEffect } from 'react'
import type { FeedbackPage, Thread } from '@/api/types'
import { paths } from '@/app/paths'
import { useI18n } from '@/i18n'
import { who } from '@/i18n/who'
import { announce } from '@/lib/announcer'
import { fullMoment } from '@/lib/dates'
import { namesPeople } from '@/lib/regimes'
import { DataBadge, StatusBadge } from '@/ui/badge'
import { HangingFiles } from '@/ui/hanging-files'
import { ServerHtml } from '@/ui/html'
import { Moment } from '@/ui/moment'
import { EmptyState } from '@/ui/states'
import { fileAddress } from '../files-api'
import { capacityWords } from '../words'
import { Muted } from './muted'
import '../threads.css'

type Kept = FeedbackPage['items'][number]

interface Props {
  tenant: string
  thread: Thread
  posts: readonly Kept[]
  isMuted: (post: Kept) => boolean
}

/** Of a long conversation only what is held on to: answers, what is on top, and what the outcome rests on. */
export function FeedbackPosts({ tenant, thread, posts, isMuted }: Props) {
  const { t } = useI18n()
  const count = posts.length
  useEffect(() => announce(t('feedback-shown', { count })), [count, t])
  return (
    <div className="np-thread">
      <h2 className="np-hidden">{t('feedback-only')}</h2>
      {count === 0 ? (
        <EmptyState title={t('feedback-none-title')} action={<a href={paths.thread(tenant, thread.id)}>{t('feedback-all')}</a>}>
          {t('feedback-none-text')}
        </EmptyState>
      ) : null}
      {posts.map((post) => (
        <KeptPost key={post.id} tenant={tenant} thread={thread} post={post} muted={isMuted(post)} />
      ))}
    </div>
  )
}

function KeptPost({ tenant, thread, post, muted }: { tenant: string; thread: Thread; post: Kept; muted: boolean }) {
  const { t, locale } = useI18n()
  const heading = `post-${String(post.seq)}`
  const said = (
    <>
      <ServerHtml html={post.html} />
      <HangingFiles files={post.files} address={(id) => fileAddress(tenant, id)} />
    </>
  )
  return (
    <article className="np-post" aria-labelledby={heading}>
      <header className="np-post__head">
        <h3 id={heading} className="np-post__name">
          <bdi>{who(t, post.name, post.author)}</bdi>
        </h3>
        <p className="np-post__meta">
          {namesPeople(thread.regime) ? <span>{capacityWords(t, post.capacity, post.organisation)}</span> : null}
          <span className="np-post__when">{post.author ? <Moment at={post.createdAt} /> : t('post-hour', { moment: fullMoment(locale, post.createdAt) })}</span>
        </p>
        <div className="np-post__marks">
          {post.accepted && thread.kind === 'question' ? <StatusBadge tone="success">{t('post-answer')}</StatusBadge> : null}
          {post.pinned ? <DataBadge>{t('post-on-top')}</DataBadge> : null}
          {post.cited ? <DataBadge>{t('feedback-cited')}</DataBadge> : null}
        </div>
      </header>
      {muted ? <Muted post={post}>{said}</Muted> : said}
      <p className="np-no-print">
        <a href={paths.thread(tenant, thread.id, post.seq)}>{t('feedback-in-place', { number: post.seq })}</a>
      </p>
    </article>
  )
}
