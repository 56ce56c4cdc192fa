import { useQueries } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import type { Post, ThreadItem } from '@/api/types'
import { useI18n } from '@/i18n'
import { who } from '@/i18n/who'
import { namesPeople } from '@/lib/regimes'
import { friendlyMoment } from '@/lib/dates'
import { excerpt, matches, plainText } from '@/lib/text'
import { Alert } from '@/ui/alert'
import { Button } from '@/ui/button'
import { Dialog } from '@/ui/dialog'
import { Select, TextField } from '@/ui/field'
import { ServerHtml } from '@/ui/html'
import { Skeleton } from '@/ui/states'
import { roomPostsQuery, type Source } from '../api'

interface Props {
  tenant: string
  threads: readonly ThreadItem[]
  chosen: readonly Source[]
  onChoose: (sources: Source[]) => void
  onClose: () => void
}

interface Found {
  thread: ThreadItem
  post: Post
  text: string
}

const STEP = 30
const EXCERPT = 160

const sourceOf = ({ thread, post, text }: Found): Source => ({
  post: post.id,
  thread: thread.id,
  threadTitle: thread.title,
  seq: post.seq,
  regime: thread.regime,
  // Outside its room an alias is nobody.
  name: namesPeople(thread.regime) ? post.name : '',
  excerpt: excerpt(text, EXCERPT),
})

/** The contributions of an issue, to read, search and choose from: what a statement rests on. */
export function PostPicker({ tenant, threads, chosen, onChoose, onClose }: Props) {
  const { t } = useI18n()
  const [only, setOnly] = useState('')
  const [words, setWords] = useState('')
  const [most, setMost] = useState(STEP)
  const [picked, setPicked] = useState<readonly Source[]>(chosen)
  const rooms = threads.filter((thread) => only === '' || thread.id === only)
  const queries = useQueries({ queries: rooms.map((thread) => roomPostsQuery(tenant, thread.id)) })
  const isLoading = queries.some((query) => query.isPending)
  const failed = queries.filter((query) => query.isError)
  const all = queries.flatMap((query, index) => (query.data ?? []).map((post) => ({ post, thread: rooms[index] })))
  const stamp = queries.map((query) => query.dataUpdatedAt).join()
  // The texts are read out of the HTML once, not at every keystroke.
  // eslint-disable-next-line react-hooks/exhaustive-deps
  const readable = useMemo<Found[]>(() => all.flatMap(({ post, thread }) => (thread ? [{ post, thread, text: plainText(post.html) }] : [])), [stamp, only])
  const found = readable.filter(({ post, text }) => matches(`${post.name} ${text}`, words))
  const toggle = (one: Found, on: boolean) => setPicked((now) => (on ? [...now, sourceOf(one)] : now.filter((source) => source.post !== one.post.id)))

  return (
    <Dialog
      title={t('picker-title')}
      wide
      onClose={onClose}
      actions={
        <Button
          appearance="primary"
          onClick={() => {
            onChoose([...picked])
            onClose()
          }}
        >
          {t('picker-choose', { count: picked.length })}
        </Button>
      }
    >
      <search className="np-picker__find">
        <TextField label={t('picker-words')} type="search" value={words} onInput={(event) => setWords(event.currentTarget.value)} />
        {threads.length > 1 ? (
          <Select label={t('picker-thread')} value={only} onChange={(event) => setOnly(event.currentTarget.value)}>
            <option value="">{t('picker-all-threads')}</option>
            {threads.map((thread) => (
              <option key={thread.id} value={thread.id}>
                {thread.title}
              </option>
            ))}
          </Select>
        ) : null}
      </search>
      {rooms.some((thread) => thread.regime === 'trusted' || thread.regime === 'confidential') ? <Alert kind="info">{t('picker-trusted')}</Alert> : null}
      {failed.length > 0 ? (
        <Alert kind="error">
          <p>{t('posts-failed')}</p>
          <Button onClick={() => failed.forEach((query) => void query.refetch())}>{t('action-retry')}</Button>
        </Alert>
      ) : null}
      {isLoading ? <Skeleton lines={3} /> : null}
      <p className="np-soft np-small" role="status">
        {isLoading ? '' : t('picker-found', { count: found.length })}
      </p>
      <div role="group" aria-label={t('posts-title')}>
        {found.slice(0, most).map((one) => (
          <Choosable key={one.post.id} found={one} many={threads.length > 1} checked={picked.some((source) => source.post === one.post.id)} onToggle={(on) => toggle(one, on)} />
        ))}
        {found.length > most ? <Button onClick={() => setMost(most + STEP)}>{t('list-more')}</Button> : null}
      </div>
    </Dialog>
  )
}

function Choosable(props: { found: Found; many: boolean; checked: boolean; onToggle: (on: boolean) => void }) {
  const { t, locale } = useI18n()
  const { post, thread } = props.found
  const id = `pick-${post.id}`
  return (
    <div className="np-check np-picker__post">
      <input type="checkbox" id={id} checked={props.checked} onChange={(event) => props.onToggle(event.currentTarget.checked)} aria-describedby={`${id}-text`} />
      <label htmlFor={id}>
        <strong>
          <bdi>{who(t, post.name, post.author)}</bdi>
        </strong>{' '}
        <span className="np-soft np-small">
          {t('picker-place', { number: post.seq, moment: friendlyMoment(locale, post.createdAt, new Date()) })}
          {props.many ? ` · ${thread.title}` : ''}
        </span>
      </label>
      <div id={`${id}-text`} className="np-picker__text">
        <ServerHtml html={post.html} />
      </div>
    </div>
  )
}
