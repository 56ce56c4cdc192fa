import { isProblem } from '@/api/problems'
import type { Task } from '@/api/types'
import { useMutation } from '@/api/use-mutation'
import { useI18n } from '@/i18n'
import { useKept } from '@/lib/use-kept'
import { Button } from '@/ui/button'
import { Dialog } from '@/ui/dialog'
import { TextArea } from '@/ui/field'
import { Refused } from '@/ui/refused'
import { finishTask } from '../tasks-api'

const NOTHING = { words: '' }

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
  const { form, write, arrived } = useKept(draft, NOTHING)
  const finish = useMutation({
    mutationFn: ({ words }: typeof NOTHING) => finishTask(tenant, task.id, words),
    onSuccess: (_, sent) => {
      arrived(sent, NOTHING)
      onDone()
    },
  })
  const { error } = finish
  const wrong = isProblem(error) ? error.errors[0]?.detail : undefined
  return (
    <Dialog
      title={t('task-finish-title')}
      onClose={onClose}
      actions={
        <Button appearance="primary" busy={finish.isPending} onClick={() => finish.mutate(form)}>
          {t('task-finish')}
        </Button>
      }
      text={<p dir="auto">{task.what}</p>}
    >
      {wrong ? null : <Refused error={error} />}
      <TextArea
        optional
        label={t('task-words')}
        hint={t('task-words-hint')}
        error={wrong}
        rows={3}
        maxLength={500}
        value={form.words}
        onInput={(event) => write({ words: event.currentTarget.value })}
      />
    </Dialog>
  )
}
