import { useMutation, useQuery } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { get, newIdempotencyKey, tenantPath } from '@/api/client'
import { isProblem } from '@/api/problems'
import type { Participant, Post, Regime, Task, TaskForm } from '@/api/types'
import { useI18n } from '@/i18n'
import { dayOf } from '@/lib/dates'
import { dropDraft, keepForm, readForm } from '@/lib/drafts'
import { namesPeople } from '@/lib/regimes'
import { Alert } from '@/ui/alert'
import { Button } from '@/ui/button'
import { Dialog } from '@/ui/dialog'
import { Select, TextField } from '@/ui/field'
import { toast } from '@/ui/toast'
import { changeTask, makeTask } from '../tasks-api'
import { useTasksChanged } from '../use-tasks'
import { selectedPassage } from '../view'

interface Props {
  tenant: string
  issue: string
  regime: Regime
  /** Of which a task is made; or the task that is changed. */
  post?: Post
  task?: Task
  /** Whose browser this is. */
  owner: string
  onClose: () => void
}

interface Writing {
  what: string
  /** `nobody`, `runners`, or a person's reference. */
  who: string
  day: string
}

const MOST = 200

/** What was selected in the post becomes what is to be done, to be changed. */
function begins(task: Task | undefined, post: Post | undefined): Writing {
  if (task) return { what: task.what, who: task.doer === 'person' ? (task.person ?? 'nobody') : task.doer, day: task.dueAt?.slice(0, 10) ?? '' }
  const passage = selectedPassage()
  const words = passage && passage.seq === post?.seq ? passage.text.replaceAll(/\s+/g, ' ').slice(0, MOST) : ''
  return { what: words, who: 'nobody', day: '' }
}

const asForm = ({ what, who, day }: Writing): TaskForm => ({
  what,
  doer: who === 'nobody' || who === 'runners' ? who : 'person',
  person: who === 'nobody' || who === 'runners' ? null : who,
  dueAt: day === '' ? null : `${day}T12:00:00Z`,
})

/** What is to be done because of a post, by whom, and by which day. */
export default function TaskDialog({ tenant, issue, regime, post, task, owner, onClose }: Props) {
  const { t } = useI18n()
  const changed = useTasksChanged(tenant)
  const named = namesPeople(regime)
  const draft = `${owner}/task-${task?.id ?? post?.id ?? ''}`
  const [first] = useState(() => begins(task, post))
  const [form, setForm] = useState(first)
  const key = useRef(newIdempotencyKey())
  const { data: people } = useQuery({
    queryKey: ['participants-named', tenant, issue],
    queryFn: () => get<{ items: Participant[] }>(tenantPath(tenant, 'issues', issue, 'participants')),
    staleTime: 60_000,
    enabled: named,
  })
  useEffect(() => {
    void readForm(draft, first).then((kept) => kept && setForm((typed) => (typed === first ? kept : typed)))
  }, [draft, first])
  const write = (change: Partial<Writing>) => {
    const next = { ...form, ...change }
    key.current = newIdempotencyKey()
    setForm(next)
    void keepForm(draft, next)
  }
  const save = useMutation({
    mutationFn: (written: Writing) => (task ? changeTask(tenant, task, asForm(written)) : makeTask(tenant, post?.id ?? '', asForm(written), key.current)),
    onSuccess: () => {
      void dropDraft(draft)
      changed()
      toast(t(task ? 'task-changed' : 'task-made'))
      onClose()
    },
  })
  const { error } = save
  const faults = isProblem(error) ? error.errors : []
  /** What was changed since it was sent, is no longer at fault. */
  const at = (pointer: string, field: keyof Writing) => (form[field] === save.variables?.[field] ? faults.find((one) => one.pointer === pointer)?.detail : undefined)
  const rest = error && faults.length === 0 ? (isProblem(error) ? error.detail : t('offline-text')) : null
  const choices = (people?.items ?? []).filter(({ role }) => role !== 'observer')
  return (
    <Dialog
      title={t(task ? 'task-change-title' : 'task-make')}
      onClose={onClose}
      actions={
        <Button appearance="primary" busy={save.isPending} onClick={() => save.mutate(form)}>
          {t(task ? 'action-save' : 'task-make-do')}
        </Button>
      }
    >
      {named ? null : <p>{t('task-closed-room')}</p>}
      {rest ? <Alert kind="error">{rest}</Alert> : null}
      <TextField label={t('task-what')} hint={t('task-what-hint')} error={at('/what', 'what')} maxLength={MOST} value={form.what} onInput={(event) => write({ what: event.currentTarget.value })} />
      <Select label={t('task-who')} error={at('/person', 'who')} value={form.who} onChange={(event) => write({ who: event.currentTarget.value })}>
        <option value="nobody">{t('task-who-nobody')}</option>
        <option value="runners">{t('task-who-runners')}</option>
        {choices.map(({ person, name }) => (
          <option key={person} value={person}>
            {name}
          </option>
        ))}
      </Select>
      <TextField short type="date" label={t('task-day')} hint={t('task-day-hint')} error={at('/dueAt', 'day')} min={dayOf(new Date())} value={form.day} onInput={(event) => write({ day: event.currentTarget.value })} />
    </Dialog>
  )
}
