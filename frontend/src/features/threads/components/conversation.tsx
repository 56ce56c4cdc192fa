import { lazy, Suspense, useCallback, useMemo, useState } from 'react'
import type { Post } from '@/api/types'
import { paths } from '@/app/paths'
import { useI18n } from '@/i18n'
import { copy } from '@/lib/clipboard'
import { subtract } from '@/lib/ranges'
import { namesPeople } from '@/lib/regimes'
import { loadPart } from '@/lib/load-part'
import { Alert } from '@/ui/alert'
import { Button } from '@/ui/button'
import { useRefusal } from '@/ui/refused'
import { EmptyState } from '@/ui/states'
import { toast } from '@/ui/toast'
import { markUnread } from '../api'
import { BesideContext } from '../beside'
import { waiting, withoutUnanswered } from '../timeline'
import { useBesidePosts } from '../use-beside'
import { type Given, useConversation } from '../use-conversation'
import { useMutes } from '../use-mutes'
import { useMovedLinks } from '../use-moved-links'
import { usePace } from '../use-pace'
import { usePassage } from '../use-passage'
import { useReading } from '../use-reading'
import { useShortcuts } from '../use-shortcuts'
import { useShown } from '../use-shown'
import { useTranslating } from '../use-translating'
import { currentSeq, focusOutgoing, focusPost, neighbour, selectedPassage } from '../view'
import { Bar } from './bar'
import { Composer } from './composer'
import { DilemmaPanel } from './dilemma-panel'
import { EditPost } from './edit-post'
import { Facilitate } from './facilitate'
import { NoComposer } from './no-composer'
import { Now } from './now'
import { OutgoingPost } from './outgoing'
import { PaceAtComposer, PaceNotice } from './pace-notice'
import { PostDialogs } from './post-dialogs'
import { PostList } from './post-list'
import { PrintHead } from './print-head'
import { RoomSummaryOnTop } from './room-summary'
import { ShortcutsDialog } from './shortcuts-dialog'
import { StandsOut } from './stands-out'
import { Undo } from './undo'
import { WaitingPosts } from './waiting-posts'
import '../threads.css'

const RoundPanel = lazy(() => loadPart(() => import('./round')))

type Open = { kind: 'edit' | 'withdraw' | 'history' | 'label' | 'sort' | 'report' | 'mute' | 'task'; post: Post; file?: string | undefined } | { kind: 'shortcuts' } | null

export function Conversation(given: Given) {
  const { tenant, thread, owner } = given
  const { t } = useI18n()
  const why = useRefusal()
  const [open, setOpen] = useState<Open>(null)
  const [unreadFrom, setUnreadFrom] = useState<number | null>(null)
  const [fault, setFault] = useState<string | null>(null)
  // Apart from what else is on its way: who asks for paper while older posts come is not asked to press again.
  const [printing, setPrinting] = useState(false)
  const talk = useConversation(given)
  const { list, live, draft, outbox, own, place, quote } = talk
  const { timeline } = live
  // Where nobody is an author, nobody is a reader: nothing is kept of what was read.
  const reads = owner !== '' && thread.regime !== 'authorless'
  const named = namesPeople(thread.regime)
  const isMuted = useMutes(tenant, reads)
  const sending = outbox.items.find((item) => item.state === 'sending')?.key ?? null
  const [began, setBegan] = useState({ sending, from: timeline.lastSeq })
  if (began.sending !== sending) setBegan({ sending, from: timeline.lastSeq })
  const posts = withoutUnanswered(timeline.posts, thread.regime === 'authorless' ? () => true : own.isOwn, sending === null ? null : began.from)
  useReading({ tenant, thread: thread.id, list, signature: timeline.posts.map((post) => post.seq).join(), enabled: reads && unreadFrom === null })
  const shown = useShown(thread.id, reads && named && thread.can.reply)
  const passage = usePassage(thread.can.reply)
  const passagePost = timeline.posts.find((post) => post.seq === passage?.seq && !post.withdrawn)

  const label = useCallback((post: Post) => setOpen({ kind: 'label', post }), [])
  const sort = useCallback((post: Post) => setOpen({ kind: 'sort', post }), [])
  const task = useCallback((post: Post) => setOpen({ kind: 'task', post }), [])
  const { beside, picked, setPicked } = useBesidePosts({ tenant, thread, posts, lastChange: given.first.lastChange, receive: live.receive, onFault: setFault, onLabel: label, onSort: sort, onTask: task, onStale: given.onStale })
  useMovedLinks(tenant, timeline.posts, talk.linked)
  const translating = useTranslating({ tenant, thread, owner, own, posts: timeline.posts, onMade: talk.showMade, take: talk.take })
  const translate = thread.can.translate ? translating.open : null
  usePace(thread, given.first.lastChange, given.onStale)

  const acts = useMemo(() => {
    const copyLink = (post: Post) => {
      copy(location.origin + paths.thread(tenant, thread.id, post.seq)).then(
        () => toast(t('post-link-copied')),
        () => {
          location.hash = String(post.seq)
          toast(t('post-link-shown'))
        },
      )
    }
    const unread = (post: Post) =>
      void markUnread(tenant, thread.id, post.seq).then(
        () => {
          setFault(null)
          setUnreadFrom(post.seq)
          toast(t('post-marked-unread'))
        },
        (error: unknown) => setFault(why(error)),
      )
    return {
      quote,
      copyLink,
      markUnread: reads ? unread : null,
      // What was let through stays as it was looked at.
      edit: thread.sheet.lookedAtFirst && !(named && thread.can.facilitate) ? null : (post: Post, file?: string) => setOpen({ kind: 'edit', post, file }),
      translate,
      withdraw: (post: Post) => setOpen({ kind: 'withdraw', post }),
      history: (post: Post) => setOpen({ kind: 'history', post }),
      mute: reads ? (post: Post) => setOpen({ kind: 'mute', post }) : null,
      // Who has no account reports on a page of the server's.
      report: (post: Post) => (reads ? setOpen({ kind: 'report', post }) : location.assign(paths.reportPost(tenant, post.id))),
    }
  }, [quote, translate, tenant, thread, reads, named, t, why])

  const held = timeline.held.length
  const gone = (id: string) => timeline.posts.some((post) => post.id === id && post.withdrawn)
  const write = () => talk.area.current?.focus()
  const onCurrent = (act: ((post: Post) => void) | null, may: (post: Post) => boolean) => () => {
    const post = timeline.posts.find((each) => each.seq === currentSeq(list.current))
    if (!act || !post || post.withdrawn || !may(post)) return false
    act(post)
    return true
  }
  const done = (act: () => void) => () => {
    act()
    return true
  }
  // What is selected now: the page may not have drawn itself since.
  const quoteHere = () => {
    const selected = thread.can.reply ? selectedPassage() : null
    const post = timeline.posts.find((each) => each.seq === selected?.seq && !each.withdrawn)
    if (!post) return onCurrent(acts.quote, () => thread.can.reply)()
    quote(post)
    return true
  }
  const shortcuts = useShortcuts({
    j: done(() => neighbour(list.current, 1)),
    k: done(() => neighbour(list.current, -1)),
    n: done(talk.toNew),
    Home: () => (timeline.hasBefore ? done(talk.oldest)() : false),
    End: () => (held > 0 || timeline.hasAfter ? done(talk.newest)() : false),
    r: done(write),
    q: quoteHere,
    e: onCurrent(acts.edit, (post) => (thread.can.reply || thread.can.translate) && own.isOwn(post)),
    u: onCurrent(acts.markUnread, () => true),
    '?': done(() => setOpen({ kind: 'shortcuts' })),
  })

  const print = async () => {
    setFault(null)
    setPrinting(true)
    const all = await live.everything()
    setPrinting(false)
    if (!all) return setFault(t('thread-print-failed'))
    // What came is on the page by then.
    requestAnimationFrame(() => window.print())
  }
  const close = () => setOpen(null)
  const put = (sentence: string) => (post: Post) => {
    close()
    live.receive(post, true)
    toast(sentence)
  }
  const edited = (seq: number) => (post: Post | null) => {
    close()
    if (post) {
      live.receive(post, true)
      toast(t('post-edit-done'))
    }
    requestAnimationFrame(() => focusPost(seq))
  }
  const editing = open?.kind === 'edit' ? { seq: open.post.seq, editor: <EditPost tenant={tenant} thread={thread} post={open.post} file={open.file} owner={owner} postKey={own.keyOf(open.post)} onClose={edited(open.post.seq)} /> } : null
  /** What floats would lie over the buttons of what they do. */
  const busy = picked !== null || editing !== null
  const read = unreadFrom === null ? thread.readRanges : subtract(thread.readRanges, [[unreadFrom, timeline.lastSeq]])
  const beyond = timeline.hasAfter ? waiting(timeline) : 0
  return (
    <BesideContext.Provider value={beside}>
      <RoomSummaryOnTop tenant={tenant} thread={thread} lastChange={given.first.lastChange} />
      <StandsOut tenant={tenant} thread={thread} />
      <PaceNotice tenant={tenant} thread={thread} />
      {beside.dilemma ? <DilemmaPanel tenant={tenant} thread={thread} dilemma={beside.dilemma} posts={timeline.posts} onChanged={beside.refreshDilemma} /> : null}
      <PrintHead tenant={tenant} thread={thread} posts={posts} total={timeline.lastSeq} />
      <div className="np-thread" ref={list}>
        <h2 className="np-hidden">{t('posts-title')}</h2>
        {timeline.hasBefore ? (
          <div className="np-row np-no-print">
            <Button appearance="secondary" busy={live.loading} onClick={() => talk.further('before')}>
              {t('posts-earlier')}
            </Button>
            <Button appearance="subtle" onClick={talk.oldest}>
              {t('posts-oldest')}
            </Button>
          </div>
        ) : null}
        {timeline.posts.length === 0 && outbox.items.length === 0 ? <EmptyState title={t('thread-empty-title')}>{t('thread-empty-text')}</EmptyState> : null}
        <PostList posts={posts} read={reads ? read : null} isOwn={own.isOwn} isMuted={isMuted} named={named} linked={talk.linked} mayReply={thread.can.reply} divider={talk.divider} passage={passagePost ? passage : null} acts={acts} editing={editing} below={translating.below} />
        {beyond > 0 ? (
          <Button appearance="secondary" busy={live.loading} onClick={() => talk.further('after')}>
            {t('posts-later', { count: beyond })}
          </Button>
        ) : null}
        {live.failed ? <Alert kind="error">{t('posts-failed')}</Alert> : null}
        {live.outdated ? (
          <Alert kind="error">
            <p>{t('posts-outdated')}</p>
            <Button busy={live.refreshing} onClick={() => void live.refresh()}>
              {t('action-retry')}
            </Button>
          </Alert>
        ) : null}
        {outbox.items.map((item) => (
          <OutgoingPost
            key={item.key}
            tenant={tenant}
            item={item}
            name={thread.me?.name ?? ''}
            onRetry={outbox.retry}
            onTakeBack={() => {
              outbox.takeBack(item)
              talk.putBack(item)
            }}
          />
        ))}
        {thread.me ? <WaitingPosts tenant={tenant} thread={thread} lastSeq={timeline.lastSeq} take={talk.take} onTranslation={translating.reopen} /> : null}
        {talk.sent && !gone(talk.sent.post.id) ? <Undo key={talk.sent.post.id} sentence={t('composer-sent')} busy={talk.undoing} onUndo={talk.undo} onGone={() => talk.setSent(null)} /> : null}
      </div>
      {named ? <Now live={live} me={thread.me?.person ?? null} isMuted={isMuted} /> : null}
      {live.ended ? <Alert kind="warning">{t('thread-ended')}</Alert> : null}
      {thread.kind === 'round' ? (
        <Suspense>
          <RoundPanel tenant={tenant} thread={thread} lastSeq={timeline.lastSeq} lastChange={given.first.lastChange} />
        </Suspense>
      ) : null}
      {thread.can.reply ? <PaceAtComposer thread={thread} /> : null}
      {thread.can.reply ? (
        <Composer
          tenant={tenant}
          thread={thread}
          draft={draft}
          attached={namesPeople(thread.regime) ? talk.attached : null}
          quoted={talk.quoted}
          error={talk.refusal}
          unsent={outbox.items.filter(({ state }) => state === 'waiting' || state === 'refused').length}
          frame={talk.composer}
          area={talk.area}
          onTyped={shown}
          onUnquote={() => talk.setQuoted(null)}
          onSend={talk.send}
          onShowUnsent={() => focusOutgoing(list.current)}
        />
      ) : (
        <NoComposer tenant={tenant} thread={thread} draft={draft} attached={talk.attached} visitor={owner === ''} />
      )}
      <Facilitate tenant={tenant} thread={thread} picked={picked} onPick={setPicked} />
      <p className="np-row np-no-print">
        <Button appearance="subtle" busy={printing} onClick={() => void print()}>
          {t('action-print')}
        </Button>
        <Button appearance="subtle" onClick={() => setOpen({ kind: 'shortcuts' })}>
          {t('thread-settings')}
        </Button>
      </p>
      <Bar
        fault={fault}
        note={busy ? null : given.note}
        held={busy ? 0 : held}
        below={busy ? 0 : place.below}
        unread={!busy && talk.divider && !place.reachedNew ? talk.divider.count : 0}
        passage={passagePost !== undefined}
        mayWrite={!busy && thread.can.reply && !place.atComposer}
        onShowNew={talk.showNew}
        onNewest={talk.newest}
        onUnread={talk.toNew}
        onQuote={() => passagePost && quote(passagePost)}
        onWrite={write}
      />
      {open && open.kind !== 'shortcuts' ? <PostDialogs tenant={tenant} thread={thread} owner={owner} named={named} open={open} postKey={own.keyOf(open.post)} put={put} onClose={close} /> : null}
      {open?.kind === 'shortcuts' ? <ShortcutsDialog shortcuts={shortcuts} seen={reads && named} onClose={close} /> : null}
    </BesideContext.Provider>
  )
}
