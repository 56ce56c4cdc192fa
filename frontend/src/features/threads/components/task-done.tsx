import { useEffect, useState } from 'react'
import { isProblem } from '@/api/problems'
import type { Task } from '@/api/types'
import { useMutation } from '@/api/use-mutation'
import { useI18n } from '@/i18n'
import { dropDraft, keepDraft, readDraft } from '@/lib/drafts'
import { Alert } from '@/ui/alert'
import { Button } from '@/ui/button'
import { Dialog } from '@/ui/dialog'
import { TextArea } from '@/ui/field'
import { finishTask } from '../tasks-api'

interface Props {
  tenant: string
  task: Task
  owner: string
  onClose: () => void
  onDone: () => void
}

/** That something is done, and how it went, for who wants to say so. */
export default function TaskDone({ tenant, task, owner, onClose, onDone }: Props) {
  const { t } = useI18n()
  const draft = `${owner}/task-done-${task.id}`
  const [words, setWords] = useState('')
  useEffect(() => {
    void readDraft(draft).then((kept) => kept && setWords((typed) => typed || kept.text))
  }, [draft])
  const finish = useMutation({
    mutationFn: () => finishTask(tenant, task.id, words),
    onSuccess: () => {
      void dropDraft(draft)
      onDone()
    },
  })
  const { error } = finish
  const wrong = isProblem(error) ? error.errors[0]?.detail : undefined
  const rest = error && !wrong ? (isProblem(error) ? error.detail : t('offline-text')) : null
  return (
    <Dialog
      title={t('task-finish-title')}
      onClose={onClose}
      actions={
        <Button appearance="primary" busy={finish.isPending} onClick={() => finish.mutate()}>
          {t('task-finish')}
        </Button>
      }
      text={<p dir="auto">{task.what}</p>}
    >
      {rest ? <Alert kind="error">{rest}</Alert> : null}
      <TextArea
        optional
        label={t('task-words')}
        hint={t('task-words-hint')}
        error={wrong}
        rows={3}
        maxLength={500}
        value={words}
        onInput={(event) => {
          const text = event.currentTarget.value
          setWords(text)
          void keepDraft(draft, { text, savedAt: Date.now() })
        }}
      />
    </Dialog>
  )
}
