import { useQuery } from '@tanstack/react-query'
import { useId, useState } from 'react'
import { isProblem } from '@/api/problems'
import type { Post, Thread } from '@/api/types'
import { useMutation } from '@/api/use-mutation'
import { useI18n } from '@/i18n'
import { Alert } from '@/ui/alert'
import { Button } from '@/ui/button'
import { Dialog } from '@/ui/dialog'
import { TextField } from '@/ui/field'
import { labelAnswer, perspectivesQuery, unlabelAnswer } from '../beside-api'

interface Props {
  tenant: string
  thread: Thread
  post: Post
  onClose: () => void
  onDone: (post: Post) => void
}

/** From where somebody speaks in an answer of their own: nobody else says it, and it is no part of a profile. */
export default function LabelDialog({ tenant, thread, post, onClose, onDone }: Props) {
  const { t } = useI18n()
  const list = useId()
  const [words, setWords] = useState(post.perspective ?? '')
  const perspectives = useQuery(perspectivesQuery(tenant, thread.issue)).data ?? []
  const save = useMutation({
    mutationFn: (text: string) => (text === '' ? unlabelAnswer(tenant, post.id) : labelAnswer(tenant, post.id, text)),
    onSuccess: onDone,
  })
  const { error } = save
  const wrong = isProblem(error) ? error.errors[0]?.detail : undefined
  const rest = error && !wrong ? (isProblem(error) ? error.detail : t('offline-text')) : null
  return (
    <Dialog
      title={t('label-title')}
      onClose={onClose}
      actions={
        <>
          <Button appearance="primary" busy={save.isPending} onClick={() => save.mutate(words.trim())}>
            {t('action-save')}
          </Button>
          {post.perspective ? (
            <Button appearance="subtle" danger busy={save.isPending} onClick={() => save.mutate('')}>
              {t('label-remove')}
            </Button>
          ) : null}
        </>
      }
      text={<p>{t('label-text')}</p>}
    >
      {rest ? <Alert kind="error">{rest}</Alert> : null}
      <TextField required label={t('label-label')} hint={t('label-hint')} {...(wrong ? { error: wrong } : {})} list={list} maxLength={80} value={words} onInput={(event) => setWords(event.currentTarget.value)} />
      <datalist id={list}>
        {perspectives.map((name) => (
          <option key={name} value={name} />
        ))}
      </datalist>
    </Dialog>
  )
}
