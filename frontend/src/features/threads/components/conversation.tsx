import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import type { Post, PostPage, Thread } from '@/api/types'
import { useI18n } from '@/i18n'
import { announce } from '@/lib/announcer'
import { withQuotation } from '@/lib/markdown-marks'
import { Alert } from '@/ui/alert'
import { Button } from '@/ui/button'
import { EmptyState } from '@/ui/states'
import { waiting } from '../timeline'
import { useDraft } from '../use-draft'
import { useReading } from '../use-reading'
import { type Quoted, useSending } from '../use-sending'
import { useShortcuts } from '../use-shortcuts'
import { useTimeline } from '../use-timeline'
import { focusPost, goToHash, neighbour, scrollToStart } from '../view'
import { Composer } from './composer'
import { OutgoingPost } from './outgoing'
import { EditDialog, HistoryDialog, WithdrawDialog } from './post-dialogs'
import { PostList } from './post-list'
import { ShortcutsDialog } from './shortcuts-dialog'
import '../threads.css'

type Open = { kind: 'edit' | 'withdraw' | 'history'; post: Post } | { kind: 'shortcuts' } | null

export function Conversation({ tenant, thread, first, signedIn }: { tenant: string; thread: Thread; first: PostPage; signedIn: boolean }) {
  const { t } = useI18n()
  const list = useRef<HTMLDivElement>(null)
  const area = useRef<HTMLTextAreaElement>(null)
  const atEnd = useRef(false)
  const [open, setOpen] = useState<Open>(null)
  const [quoted, setQuoted] = useState<Quoted | null>(null)
  const divider = useMemo(() => (thread.firstUnread && thread.unread > 0 ? { before: thread.firstUnread, count: thread.unread } : null), [thread])

  const live = useTimeline(tenant, thread.id, first, () => atEnd.current && document.activeElement !== area.current)
  const { timeline } = live
  const draft = useDraft(`reply-${thread.id}`)
  const sending = useSending(tenant, thread.id, {
    onSent: (post) => {
      draft.done()
      announce(t('composer-sent'))
      live.reveal()
      live.receive(post, true)
      if (timeline.hasAfter) void live.more('after')
    },
    onRefused: (going) => {
      if (draft.text === '') draft.write(going.body)
      setQuoted(going.quotes)
      area.current?.focus()
    },
  })

  useEffect(() => scrollToStart(divider?.before ?? null), [divider])
  useEffect(() => {
    const onHash = () => void goToHash(live.jump)
    addEventListener('hashchange', onHash)
    return () => removeEventListener('hashchange', onHash)
  }, [live.jump])
  useEffect(() => {
    const end = list.current?.lastElementChild
    if (!end) return
    const observer = new IntersectionObserver(([entry]) => {
      atEnd.current = entry?.isIntersecting ?? false
    })
    observer.observe(end)
    return () => observer.disconnect()
  }, [])
  useReading(tenant, thread.id, list, timeline.posts.map((post) => post.seq).join(), signedIn)

  const held = timeline.held.length
  useEffect(() => {
    if (held > 0) announce(t('new-posts', { count: held }))
  }, [held, t])
  const showNew = () => {
    const next = timeline.held[0]?.seq
    live.reveal()
    if (next !== undefined) requestAnimationFrame(() => focusPost(next))
  }
  const reply = () => area.current?.focus()
  const shortcuts = useShortcuts({
    j: () => neighbour(list.current, 1),
    k: () => neighbour(list.current, -1),
    n: () => (held > 0 ? showNew() : document.getElementById('unread')?.focus()),
    r: reply,
    '?': () => setOpen({ kind: 'shortcuts' }),
  })

  const write = draft.write
  const text = useRef(draft.text)
  text.current = draft.text
  const quote = useCallback(
    (post: Post) => {
      const passage = selectionIn(post.seq)
      setQuoted({ id: post.id, seq: post.seq, name: post.name, excerpt: '' })
      if (passage) write(withQuotation(text.current, passage))
      area.current?.focus()
    },
    [write],
  )
  const acts = useMemo(
    () => ({
      quote,
      edit: (post: Post) => setOpen({ kind: 'edit', post }),
      withdraw: (post: Post) => setOpen({ kind: 'withdraw', post }),
      history: (post: Post) => setOpen({ kind: 'history', post }),
    }),
    [quote],
  )
  const send = () => {
    if (sending.outgoing) return
    if (draft.text.trim() === '') return reply()
    const body = draft.text
    draft.park()
    sending.send(body, quoted)
    setQuoted(null)
  }
  const takeBack = () => {
    const back = sending.takeBack()
    if (!back) return
    draft.write(draft.text === '' ? back.body : `${back.body}\n\n${draft.text}`)
    setQuoted(back.quotes)
    reply()
  }
  const close = () => setOpen(null)
  const beyond = timeline.hasAfter ? waiting(timeline) : 0

  return (
    <>
      <div className="np-thread" ref={list}>
        <h2 className="np-hidden">{t('posts-title')}</h2>
        {timeline.hasBefore ? (
          <Button appearance="secondary" busy={live.loading} onClick={() => void live.more('before')}>
            {t('posts-earlier')}
          </Button>
        ) : null}
        {timeline.posts.length === 0 && !sending.outgoing ? <EmptyState title={t('thread-empty-title')}>{t('thread-empty-text')}</EmptyState> : null}
        <PostList posts={timeline.posts} read={thread.readRanges} me={thread.me?.person ?? null} mayReply={thread.can.reply} divider={divider} acts={acts} />
        {beyond > 0 ? (
          <Button appearance="secondary" busy={live.loading} onClick={() => void live.more('after')}>
            {t('posts-later', { count: beyond })}
          </Button>
        ) : null}
        {live.failed ? <Alert kind="error">{t('posts-failed')}</Alert> : null}
        {sending.outgoing ? <OutgoingPost outgoing={sending.outgoing} name={thread.me?.name ?? ''} onRetry={sending.retry} onTakeBack={takeBack} /> : null}
        <div className="np-thread__end" />
      </div>
      {held > 0 ? (
        <div className="np-new np-no-print">
          <Button appearance="primary" onClick={showNew}>
            {t('new-posts', { count: held })}
          </Button>
        </div>
      ) : null}
      <p className="np-typing np-soft" aria-hidden="true">
        {live.typing ? t('typing', { name: live.typing }) : null}
      </p>
      {thread.can.reply ? (
        <Composer
          thread={thread}
          draft={draft}
          quoted={quoted}
          refused={sending.refused}
          busy={sending.outgoing !== null}
          area={area}
          onUnquote={() => setQuoted(null)}
          onSend={send}
        />
      ) : (
        <p className="np-sheet">{t(signedIn ? 'composer-closed' : 'composer-visitor')}</p>
      )}
      <p className="np-no-print">
        <Button appearance="subtle" onClick={() => setOpen({ kind: 'shortcuts' })}>
          {t('shortcuts-title')}
        </Button>
      </p>
      {open?.kind === 'edit' ? <EditDialog tenant={tenant} post={open.post} onClose={close} onEdited={(post) => live.receive(post, true)} /> : null}
      {open?.kind === 'withdraw' ? <WithdrawDialog tenant={tenant} post={open.post} onClose={close} /> : null}
      {open?.kind === 'history' ? <HistoryDialog tenant={tenant} post={open.post} onClose={close} /> : null}
      {open?.kind === 'shortcuts' ? <ShortcutsDialog on={shortcuts.on} setOn={shortcuts.setOn} onClose={close} /> : null}
    </>
  )
}

/** What somebody has selected, when all of it is in this post. */
function selectionIn(seq: number): string {
  const selection = getSelection()
  const post = document.getElementById(String(seq))
  if (!selection || selection.isCollapsed || !post) return ''
  return post.contains(selection.anchorNode) && post.contains(selection.focusNode) ? selection.toString() : ''
}
