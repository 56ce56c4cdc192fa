import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { isProblem } from '@/api/problems'
import { useOwner } from '@/api/session'
import type { Thread } from '@/api/types'
import { useKey } from '@/api/use-key'
import { useMutation } from '@/api/use-mutation'
import { useI18n } from '@/i18n'
import { useKept } from '@/lib/use-kept'
import { Button } from '@/ui/button'
import { Dialog } from '@/ui/dialog'
import { Choice, Fieldset, Select, TextField } from '@/ui/field'
import { Refused } from '@/ui/refused'
import { threadsQuery } from '../api'
import { mergeThread, movePosts, splitThread } from '../beside-api'

interface Props {
  tenant: string
  thread: Thread
  /** The posts that go; null when all of them do. */
  posts: readonly string[] | null
  onClose: () => void
  onDone: (to: Thread) => void
}

/** Where posts go: to a new conversation, or to one of the same issue with the same rules. */
export default function MoveDialog({ tenant, thread, posts, onClose, onDone }: Props) {
  const { t } = useI18n()
  const [fresh, setFresh] = useState(posts !== null)
  const { form, write, letGo } = useKept(`${useOwner()}/split-${thread.id}`, { title: '' })
  const { title } = form
  const [to, setTo] = useState('')
  const keyOf = useKey()
  const others = (useQuery(threadsQuery(tenant, thread.issue)).data ?? []).filter((other) => other.id !== thread.id && other.kind !== 'round' && other.regime === thread.regime && other.visibility === thread.visibility)
  const move = useMutation({
    mutationFn: () => {
      if (posts === null) return mergeThread(tenant, thread.id, to)
      const split = { title, posts: [...posts] }
      return fresh ? splitThread(tenant, thread.id, split, keyOf(split)) : movePosts(tenant, thread.id, { to, posts: [...posts] })
    },
    onSuccess: (to) => {
      letGo({ title: '' })
      onDone(to)
    },
  })
  const { error } = move
  const atTitle = isProblem(error) ? error.errors.find(({ pointer }) => pointer === '/title')?.detail : undefined
  const ready = fresh ? title.trim() !== '' : to !== ''
  return (
    <Dialog
      title={posts === null ? t('move-all-title') : t('move-title', { count: posts.length })}
      onClose={onClose}
      actions={
        <Button appearance="primary" busy={move.isPending} disabled={!ready} onClick={() => move.mutate()}>
          {t(posts === null ? 'move-all-do' : 'move-do')}
        </Button>
      }
      text={<p>{t(posts === null ? 'move-all-text' : 'move-text')}</p>}
    >
      {atTitle ? null : <Refused error={error} />}
      {posts !== null ? (
        <Fieldset legend={t('move-where')}>
          <Choice type="radio" name="move-where" label={t('move-new')} checked={fresh} onChange={() => setFresh(true)} />
          <Choice type="radio" name="move-where" label={t('move-existing')} checked={!fresh} onChange={() => setFresh(false)} />
        </Fieldset>
      ) : null}
      {fresh ? (
        <TextField required label={t('thread-title-label')} {...(atTitle ? { error: atTitle } : {})} maxLength={160} value={title} onInput={(event) => write({ title: event.currentTarget.value })} />
      ) : (
        <Select label={t('move-thread')} {...(others.length === 0 ? { hint: t('move-none') } : {})} value={to} onChange={(event) => setTo(event.currentTarget.value)}>
          <option value="">{t('move-choose')}</option>
          {others.map(({ id, title: name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </Select>
      )}
    </Dialog>
  )
}
