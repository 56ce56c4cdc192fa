import { type ReactNode, useCallback, useRef, useState } from 'react'
import { useQueryClient } from '@tanstack/react-query'
import type { Post, Thread, WaitingPost } from '@/api/types'
import { useI18n } from '@/i18n'
import { announce } from '@/lib/announcer'
import { toast } from '@/ui/toast'
import { withdrawPost } from './api'
import { Alert } from '@/ui/alert'
import { TranslatePost } from './components/translate-post'
import { Undo } from './components/undo'
import type { OwnPosts } from './use-own-posts'
import type { Take } from './use-taken-back'
import { focusPost } from './view'
import { waitingQuery, waits } from './waiting-api'

interface Given {
  tenant: string
  thread: Thread
  owner: string
  own: OwnPosts
  posts: readonly Post[]
  /** Shows what was made, after all that was there before it. */
  onMade: (post: Post) => void
  take: Take
}

interface Made {
  post: Post
  of: Post
  body: string
  language: string
  key: string
}

/** What happens where somebody translates: it is written, sent and taken back under what it is a translation of. */
export function useTranslating({ tenant, thread, owner, own, posts, onMade, take }: Given) {
  const { t } = useI18n()
  const client = useQueryClient()
  const [at, setAt] = useState<{ post: Post; turn: number } | null>(null)
  const [made, setMade] = useState<Made | null>(null)
  const [undoing, setUndoing] = useState(false)
  const [failed, setFailed] = useState<number | null>(null)
  const turn = useRef(0)
  const sending = useRef(false)
  const open = useCallback((post: Post) => {
    if (sending.current) return toast(t('translate-sending'))
    turn.current += 1
    setFailed(null)
    setMade(null)
    setAt({ post, turn: turn.current })
  }, [t])
  const close = (seq: number) => {
    if (sending.current) return toast(t('translate-sending'))
    setAt(null)
    requestAnimationFrame(() => focusPost(seq))
  }
  const sent = (of: Post) => (answer: Post | WaitingPost, { body, language, key }: { body: string; language: string; key: string }) => {
    close(of.seq)
    if (waits(answer)) {
      announce(t('look-sent'))
      return void client.invalidateQueries({ queryKey: waitingQuery(tenant, thread.id).queryKey })
    }
    own.remember(answer, key)
    onMade(answer)
    setMade({ post: answer, of, body, language, key })
  }
  const undo = ({ post, of, body, language, key }: Made) => {
    const fail = () => {
      setMade(null)
      setFailed(of.seq)
    }
    setUndoing(true)
    take({ id: post.id, body, quotes: null, files: [], translates: { id: of.id, language } }, () => withdrawPost(tenant, post.id, key))
      .then((became) => (became === 'mine' ? open(of) : fail()), fail)
      .finally(() => setUndoing(false))
  }
  /** What waited to be let through is its writer's again. */
  const reopen = (translates: string) => {
    const of = posts.find(({ id }) => id === translates)
    if (of) open(of)
  }
  const gone = made !== null && posts.some(({ id, withdrawn }) => id === made.post.id && withdrawn)
  let below: { seq: number; part: ReactNode } | null = null
  if (at) below = { seq: at.post.seq, part: <TranslatePost key={at.turn} tenant={tenant} thread={thread} post={posts.find(({ id }) => id === at.post.id) ?? at.post} owner={owner} sending={sending} onSent={sent(at.post)} onClose={() => close(at.post.seq)} /> }
  else if (made && !gone) below = { seq: made.of.seq, part: <Undo key={made.post.id} sentence={t('translate-done')} busy={undoing} onUndo={() => undo(made)} onGone={() => setMade(null)} /> }
  else if (failed !== null) below = { seq: failed, part: <Alert kind="error">{t('undo-failed')}</Alert> }
  return { open, below, reopen }
}
