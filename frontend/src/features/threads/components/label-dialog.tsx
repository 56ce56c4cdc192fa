import { useQuery } from '@tanstack/react-query'
import { useId } from 'react'
import { isProblem } from '@/api/problems'
import { useOwner } from '@/api/session'
import type { Post, Thread } from '@/api/types'
import { useMutation } from '@/api/use-mutation'
import { useI18n } from '@/i18n'
import { useKept } from '@/lib/use-kept'
import { Button } from '@/ui/button'
import { Dialog } from '@/ui/dialog'
import { TextField } from '@/ui/field'
import { Refused } from '@/ui/refused'
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
  const { form, write, letGo } = useKept(`${useOwner()}/label-${post.id}`, { words: post.perspective ?? '' }, post.perspective ?? '')
  const perspectives = useQuery(perspectivesQuery(tenant, thread.issue)).data ?? []
  const save = useMutation({
    mutationFn: (text: string) => (text === '' ? unlabelAnswer(tenant, post.id) : labelAnswer(tenant, post.id, text)),
    onSuccess: (now) => {
      letGo({ words: now.perspective ?? '' })
      onDone(now)
    },
  })
  const { error } = save
  const wrong = isProblem(error) ? error.errors[0]?.detail : undefined
  return (
    <Dialog
      title={t('label-title')}
      onClose={onClose}
      actions={
        <>
          <Button appearance="primary" busy={save.isPending} onClick={() => save.mutate(form.words.trim())}>
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
      {wrong ? null : <Refused error={error} />}
      <TextField required label={t('label-label')} hint={t('label-hint')} {...(wrong ? { error: wrong } : {})} list={list} maxLength={80} value={form.words} onInput={(event) => write({ words: event.currentTarget.value })} />
      <datalist id={list}>
        {perspectives.map((name) => (
          <option key={name} value={name} />
        ))}
      </datalist>
    </Dialog>
  )
}
