import { useQueryClient } from '@tanstack/react-query'
import { type ReactNode, useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react'
import type { Post, PostPage, Thread } from '@/api/types'
import { paths } from '@/app/paths'
import { useI18n } from '@/i18n'
import { announce } from '@/lib/announcer'
import { linkTo, quotation } from '@/lib/markdown-marks'
import { placeIn } from '@/lib/places'
import { namesPeople } from '@/lib/regimes'
import { carryOut } from '@/lib/textarea'
import { withdrawPost } from './api'
import { hung } from './attached'
import type { Letter } from './outbox'
import { useAttached } from './use-attached'
import { useDraft } from './use-draft'
import { placeName, useKeptPlace } from './use-kept-place'
import { useOutbox } from './use-outbox'
import { useOwnPosts } from './use-own-posts'
import { usePlace } from './use-place'
import { useQuoted } from './use-quoted'
import { useTakenBack } from './use-taken-back'
import { shownSince, unreadOfOthers } from './timeline'
import { giveBack } from './translating'
import { useTimeline } from './use-timeline'
import { waitingQuery } from './waiting-api'
import { focusEdge, focusNew, focusPost, goToHash, hashSeq, hasLostFocus, holdStill, scrollToStart, selectedPassage, shownBeside, showOutgoing } from './view'

export interface Given {
  tenant: string
  thread: Thread
  first: PostPage
  /** Who writes in this browser; empty for a visitor. */
  owner: string
  /** Leads to a word for the reader alone that they do not see where they are; null when there is none. */
  note?: ReactNode
  /** The conversation may have been closed or opened again: it is fetched anew. */
  onStale: () => void
}

/** What happens in a conversation: what is shown, what is being written, what was sent, and where the reader is. */
export function useConversation({ tenant, thread, first, owner, onStale }: Given) {
  const { t } = useI18n()
  const client = useQueryClient()
  const list = useRef<HTMLDivElement>(null)
  const composer = useRef<HTMLElement>(null)
  const area = useRef<HTMLTextAreaElement>(null)
  const [quoted, setQuoted] = useQuoted(owner, thread.id)
  const [refusal, setRefusal] = useState<string | null>(null)
  const [unwritten, setUnwritten] = useState(false)
  const [sent, setSent] = useState<{ post: Post; letter: Letter } | null>(null)
  const [undoing, setUndoing] = useState(false)
  const draft = useDraft(owner, `reply-${thread.id}`, namesPeople(thread.regime))
  const own = useOwnPosts(thread, owner)
  const attached = useAttached({ tenant, thread: thread.id, owner: namesPeople(thread.regime) ? owner : '', open: thread.can.reply })

  // Whoever writes keeps the field where it is, whatever is added above it.
  const anchor = useRef<number | null>(null)
  const hold = () => {
    anchor.current = document.activeElement === area.current ? (composer.current?.getBoundingClientRect().top ?? null) : null
  }
  const quiet = () => document.activeElement !== area.current || draft.text === ''
  const live = useTimeline(tenant, thread.id, first, () => {
    hold()
    return place.atEnd.current && quiet()
  })
  const { timeline } = live
  const place = usePlace(list, composer, timeline.lastSeq)

  const putBack = (letter: Pick<Letter, 'body' | 'quotes' | 'files'>, asked = true) => {
    draft.write(draft.text === '' ? letter.body : `${letter.body}\n\n${draft.text}`)
    // What answers to nothing leaves what is being written its answer.
    if (letter.quotes) setQuoted(letter.quotes)
    if (letter.files.length > 0) attached.putBack(letter.files)
    if (asked) area.current?.focus()
  }
  const take = useTakenBack(tenant, thread.id, owner, (one, asked) => (one.translates ? giveBack(owner, one.translates.id, one.translates.language, one.body) : putBack(one, asked)))
  /** After all that came before it. */
  const showMade = (post: Post) => {
    live.reveal()
    live.receive(post, true)
    if (timeline.hasAfter) void live.more('after')
  }
  const outbox = useOutbox(tenant, thread.id, owner, {
    onSent: (post, letter) => {
      hold()
      own.remember(post, letter.key)
      draft.done()
      showMade(post)
      setSent({ post, letter })
    },
    onWaits: () => {
      draft.done()
      announce(t('look-sent'))
      void client.invalidateQueries({ queryKey: waitingQuery(tenant, thread.id).queryKey })
    },
    onRefused: (letter, reason, errors) => {
      if (draft.text !== '' || attached.files.length > 0) return false
      putBack(letter)
      const words = attached.blame(letter.files, errors) ? errors.find((one) => !one.pointer.startsWith('/files'))?.detail : reason || t('act-failed')
      setRefusal(words ?? null)
      return true
    },
    onStale,
  })
  useLayoutEffect(() => {
    if (anchor.current !== null) holdStill(composer.current, anchor.current)
    anchor.current = null
  }, [timeline.posts, outbox.items])
  const going = outbox.items.length
  useEffect(() => {
    if (going > 0 && document.activeElement !== area.current) showOutgoing(list.current)
  }, [going])

  const [linked, setLinked] = useState(hashSeq)
  useEffect(() => {
    const onHash = () => {
      setLinked(hashSeq())
      void goToHash(live.jump)
    }
    addEventListener('hashchange', onHash)
    return () => removeEventListener('hashchange', onHash)
  }, [live.jump])
  const kept = placeName(owner, thread)
  const [left] = useState(() => (kept === null ? null : placeIn(kept)))
  const [unread] = useState(() => unreadOfOthers(thread, first.items, own.isOwn))
  const from = unread?.before ?? null
  useEffect(() => scrollToStart(list.current, from, owner !== '', left), [thread.id, from, owner, left])
  useKeptPlace(kept, list, place.atEnd)
  useTurn(thread.can.reply)

  const answered = useRef(quoted)
  answered.current = quoted
  const quote = useCallback(
    (post: Post) => {
      const passage = selectedPassage()
      const field = area.current
      // What answers to one contribution may quote another: that quotation says itself where it is from.
      const isOther = answered.current !== null && answered.current.id !== post.id && passage?.seq === post.seq
      if (!isOther) setQuoted({ id: post.id, seq: post.seq, name: post.name })
      if (field && passage?.seq === post.seq) {
        const from = linkTo(t('quote-from', { number: post.seq }), location.origin + paths.thread(tenant, thread.id, post.seq))
        carryOut(field, quotation(field.value, passage.text, isOther ? from : undefined))
      }
      // Whoever looked at the preview is back in the text by then.
      requestAnimationFrame(() => area.current?.focus())
    },
    [t, tenant, thread.id, setQuoted],
  )
  /** A second tap sends nothing: what it was for has gone out already, and nothing was written since. */
  const emptied = useRef(false)
  if (draft.text !== '') emptied.current = false
  /** What is said of nothing. */
  const lacking = t(attached.files.length > 0 ? 'attached-text' : 'composer-empty')
  const send = () => {
    if (emptied.current && !quoted && attached.files.length === 0) return
    if (draft.text.trim() === '') {
      setRefusal(null)
      setUnwritten(true)
      // The field says it the first time.
      if (unwritten) announce(lacking)
      return area.current?.focus()
    }
    if (!attached.ready()) return
    hold()
    setRefusal(null)
    setUnwritten(false)
    setSent(null)
    outbox.send(draft.text, quoted, attached.files)
    draft.sent()
    attached.taken()
    setQuoted(null)
    emptied.current = true
  }
  const undo = () => {
    if (!sent) return
    const { post, letter } = sent
    const undone = async () => {
      // With the words of the post its files are gone: they are sent anew.
      const hanging = timeline.posts.find((one) => one.id === post.id)?.files ?? []
      const originals = await attached.originals(hanging.map(hung))
      const became = await take({ id: post.id, body: letter.body, quotes: letter.quotes, files: [] }, () => withdrawPost(tenant, post.id, letter.key))
      if (became === 'stands') return setRefusal(t('undo-failed'))
      setSent((now) => (now?.post.id === post.id ? null : now))
      attached.addAnew(originals)
    }
    setUndoing(true)
    setRefusal(null)
    undone()
      .catch(() => setRefusal(t('undo-failed')))
      .finally(() => setUndoing(false))
  }
  const showNew = () => {
    const next = timeline.held[0]?.seq
    live.reveal()
    if (next !== undefined) requestAnimationFrame(() => focusPost(next))
  }
  const soon = (there: Promise<void>, then: () => void) => void there.then(() => requestAnimationFrame(then))
  const newest = () => {
    if (timeline.held.length > 0) return showNew()
    soon(timeline.hasAfter ? live.jump({}) : Promise.resolve(), () => focusEdge(list.current, 'last'))
  }
  const [opened] = useState(thread.lastSeq)
  // What is shown since stands below the line too.
  const since = shownSince(timeline.posts, opened, own.isOwn)
  const divider = useMemo(() => (unread ? { ...unread, count: unread.count + since } : null), [unread, since])
  /** More of the conversation; who asked goes on at the first of it, when there is no more to ask. */
  const further = (direction: 'before' | 'after') => {
    const known = new Set(timeline.posts.map(({ seq }) => seq))
    soon(live.more(direction), () => {
      const { first, count } = shownBeside(list.current, known)
      if (first === null) return
      announce(t(direction === 'before' ? 'posts-came-before' : 'posts-came-after', { count }))
      if (hasLostFocus()) focusPost(first)
    })
  }
  const oldest = () => soon(timeline.hasBefore ? live.jump({ after: 0 }) : Promise.resolve(), () => focusEdge(list.current, 'first'))
  /** What was new on opening, and after that what arrived since. */
  const toNew = () => {
    if (timeline.held.length > 0 && (!divider || place.reachedNew)) return showNew()
    if (divider) soon(document.getElementById('unread') ? Promise.resolve() : live.jump({ around: divider.before }), focusNew)
  }
  useHeard(timeline.held.length, timeline.posts.at(-1), own.isOwn)
  return { list, composer, area, live, place, draft, attached, own, outbox, quoted, setQuoted, refusal: unwritten && draft.text.trim() === '' ? lacking : refusal, sent, setSent, undoing, linked, divider, quote, send, undo, putBack, take, showMade, showNew, newest, oldest, further, toNew }
}

/** Says that one can write no more, or again, when that changes while the page is open. */
function useTurn(mayWrite: boolean): void {
  const { t } = useI18n()
  const could = useRef(mayWrite)
  useEffect(() => {
    if (could.current !== mayWrite) announce(t(mayWrite ? 'composer-opened' : 'composer-ended'))
    could.current = mayWrite
  }, [mayWrite, t])
}

/** Says once, politely, that something new is there; and shows it in the name of the window. */
function useHeard(held: number, last: Post | undefined, isOwn: (post: Post) => boolean): void {
  const { t } = useI18n()
  const known = useRef(last?.seq ?? 0)
  useEffect(() => {
    document.title = (held > 0 ? `(${String(held)}) ` : '') + document.title.replace(/^\(\d+\) /, '')
    if (held > 0) announce(t('new-posts', { count: held }))
  }, [held, t])
  const [seq, mine] = [last?.seq ?? 0, last !== undefined && isOwn(last)]
  useEffect(() => {
    if (seq === known.current + 1 && !mine && held === 0) announce(t('new-posts', { count: 1 }))
    known.current = seq
  }, [seq, mine, held, t])
}
