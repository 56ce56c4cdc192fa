import { memo, type ReactNode } from 'react'
import type { Post } from '@/api/types'
import { useI18n } from '@/i18n'
import { useWritten } from '@/i18n/written'
import { who } from '@/i18n/who'
import { inLanguage } from '@/lib/languages'
import { fullMoment } from '@/lib/dates'
import { DataBadge } from '@/ui/badge'
import { Button } from '@/ui/button'
import { HangingFiles } from '@/ui/hanging-files'
import { ServerHtml } from '@/ui/html'
import { Menu } from '@/ui/menu'
import { Moment } from '@/ui/moment'
import { useBeside } from '../beside'
import { fileAddress } from '../files-api'
import type { Passage } from '../use-passage'
import { comeBackTo } from '../view'
import { capacityWords } from '../words'
import { MarkActs, PostGone, PostMarks, PostResponsesLine, RespondMenu, useQuoteAddress } from './beside-post'
import { Heard } from './heard'
import { Muted } from './muted'
import { PassageButton } from './passage-button'
import { PostTasks } from './post-tasks'
import { OtherLanguages, TranslationOf } from './translated'

export interface PostActs {
  quote: (post: Post) => void
  /** Not where what was said stays as it was let through; with a file, at its words. */
  edit: ((post: Post, file?: string) => void) | null
  /** Only for who puts into another language what others say. */
  translate: ((post: Post) => void) | null
  withdraw: (post: Post) => void
  report: (post: Post) => void
  /** Only for who has an account, of whom somebody is. */
  mute: ((post: Post) => void) | null
  history: (post: Post) => void
  copyLink: (post: Post) => void
  /** Only for who has a memory here. */
  markUnread: ((post: Post) => void) | null
}

interface Props {
  post: Post
  own: boolean
  /** Whether the room tells who wrote what, and as what. */
  named: boolean
  /** By somebody of whom the reader reads less. */
  muted: boolean
  unread: boolean
  /** Somebody came here by a link to it. */
  linked: boolean
  mayReply: boolean
  /** What of it is selected and may be quoted. */
  passage: Passage | null
  acts: PostActs
  /** Stands in for the text while its author edits it. */
  editor: ReactNode
  /** What belongs under it for now: where it is being translated. */
  below: ReactNode
}

/** One contribution: who, in which capacity, when, what; and what one can do with it. */
export const PostArticle = memo(function PostArticle({ post, own, named, muted, unread, linked, mayReply, passage, acts, editor, below }: Props) {
  const { t, locale } = useI18n()
  const written = useWritten()
  const heading = `post-${String(post.seq)}`
  const quoteAddress = useQuoteAddress()
  // Anybody may take the name that somebody else has; who runs the conversation is told by the platform.
  const runs = useBeside()?.thread.sheet.facilitators.some((person) => person === post.author) ?? false
  return (
    <article
      className={`np-post${linked ? ' np-post--linked' : ''}`}
      id={String(post.seq)}
      data-seq={post.seq}
      data-unread={unread || undefined}
      aria-labelledby={`${heading}-number ${heading}`}
      tabIndex={-1}
    >
      <header className="np-post__head">
        <h3 id={heading} className="np-post__name">
          <bdi>{who(t, post.name, post.author)}</bdi>
          {own ? <span className="np-soft"> {t('post-own')}</span> : null}
        </h3>
        <p className="np-post__meta">
          {runs ? <DataBadge>{t('role-facilitator')}</DataBadge> : null}
          {named ? <span>{capacityWords(t, post.capacity, post.organisation)}</span> : null}
          <a className="np-post__when" href={`#${String(post.seq)}`} data-full={fullMoment(locale, post.createdAt)}>
            <span id={`${heading}-number`} className="np-hidden">{t('post-number', { number: post.seq })} </span>
            {post.author ? <Moment at={post.createdAt} /> : t('post-hour', { moment: fullMoment(locale, post.createdAt) })}
          </a>
        </p>
        <TranslationOf post={post} />
        <PostMarks post={post} />
      </header>
      <Fold post={post} muted={muted && !post.withdrawn}>
        {post.quotes ? (
          <blockquote className="np-quote">
            <a href={quoteAddress(post.quotes)} onClick={() => comeBackTo(post.seq)}>{post.quotes.thread ? t('post-answers-elsewhere') : t('post-answers', { name: who(t, post.quotes.name, post.author) })}</a>
            {post.quotes.thread || repeatsQuote(post) ? null : <p dir="auto" lang={written(post.quotes.excerpt)}>{post.quotes.excerpt || t('post-quote-withdrawn')}</p>}
          </blockquote>
        ) : null}
        {editor ?? (post.withdrawn ? <PostGone post={post} own={own} /> : <Said post={post} onWriteDown={own && mayReply && acts.edit} />)}
      </Fold>
      <OtherLanguages post={post} />
      <PostResponsesLine post={post} />
      <Heard post={post} own={own} />
      <PostTasks post={post} />
      {passage ? <PassageButton passage={passage} onQuote={() => acts.quote(post)} /> : null}
      {editor || post.withdrawn ? null : <Actions post={post} own={own} muted={muted} mayReply={mayReply} acts={acts} />}
      {below}
    </article>
  )
})

const Fold = ({ post, muted, children }: { post: Post; muted: boolean; children: ReactNode }) => (muted ? <Muted post={post}>{children}</Muted> : children)

function Said({ post, onWriteDown }: { post: Post; onWriteDown: PostActs['edit'] | false }) {
  const beside = useBeside()
  return (
    <>
      <ServerHtml html={post.html} language={post.translates ? inLanguage(post.translates.language) : undefined} />
      {beside ? <HangingFiles files={post.files} address={(id) => fileAddress(beside.tenant, id)} {...(onWriteDown ? { onWriteDown: (id: string) => onWriteDown(post, id) } : {})} /> : null}
    </>
  )
}

/** A text that begins with the words it answers to need not be preceded by them. */
const repeatsQuote = (post: Post) => post.html.trimStart().startsWith('<blockquote')

function Actions({ post, own, muted, mayReply, acts }: Pick<Props, 'post' | 'own' | 'muted' | 'mayReply' | 'acts'>) {
  const { t } = useI18n()
  const number = post.seq
  const { edit, markUnread, mute, translate } = acts
  return (
    <div className="np-post__acts np-no-print">
      {mayReply ? (
        <Button appearance="subtle" onClick={() => acts.quote(post)} aria-label={t('post-quote-name', { number })}>
          {t('post-quote')}
        </Button>
      ) : null}
      {mayReply && !own ? <RespondMenu post={post} /> : null}
      {translate && !post.translates ? (
        <Button appearance="subtle" onClick={() => translate(post)} aria-label={t('post-translate-name', { number })}>
          {t('post-translate')}
        </Button>
      ) : null}
      {own && (mayReply || translate) && edit ? (
        <Button appearance="subtle" onClick={() => edit(post)} aria-label={t('post-edit-name', { number })}>
          {t('post-edit')}
        </Button>
      ) : null}
      {post.editedAt ? (
        <Button appearance="subtle" onClick={() => acts.history(post)} aria-label={t('post-history-name', { number })}>
          {t('post-edited')}
        </Button>
      ) : null}
      <Menu start name={t('post-more-name', { number })} label={t('post-more')}>
        <ul role="list">
          <li>
            <button type="button" onClick={() => acts.copyLink(post)}>
              {t('post-copy-link')}
            </button>
          </li>
          {markUnread ? (
            <li>
              <button type="button" onClick={() => markUnread(post)}>
                {t('post-mark-unread')}
              </button>
            </li>
          ) : null}
          <MarkActs post={post} own={own} />
          {own ? (
            <li>
              <button type="button" onClick={() => acts.withdraw(post)}>
                {t('post-withdraw')}
              </button>
            </li>
          ) : (
            <li>
              <button type="button" onClick={() => acts.report(post)}>
                {t('post-report')}
              </button>
            </li>
          )}
          {mute && !own && !muted && post.author ? (
            <li>
              <button type="button" onClick={() => mute(post)}>
                {t('post-mute')}
              </button>
            </li>
          ) : null}
        </ul>
      </Menu>
    </div>
  )
}
