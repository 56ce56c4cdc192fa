import { useQuery } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { newIdempotencyKey } from '@/api/client'
import { isProblem } from '@/api/problems'
import type { Post, Regime, Task, TaskForm } from '@/api/types'
import { useMutation } from '@/api/use-mutation'
import { useI18n } from '@/i18n'
import { dayOf, dayOn, longDay } from '@/lib/dates'
import { namesPeople } from '@/lib/regimes'
import { useKept } from '@/lib/use-kept'
import { Button } from '@/ui/button'
import { Conflict } from '@/ui/conflict'
import { Dialog } from '@/ui/dialog'
import { Select, TextField } from '@/ui/field'
import { Refused } from '@/ui/refused'
import { toast } from '@/ui/toast'
import { roomPeopleQuery } from '../api'
import { changeTask, makeTask } from '../tasks-api'
import { useTasksChanged } from '../use-tasks'
import { selectedPassage } from '../view'
import { whoDoes } from '../words'

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
  /** What it goes on from. */
  version: number
}

const MOST = 200

/** What was selected in the post becomes what is to be done, to be changed. */
function begins(task: Task | undefined, post: Post | undefined): Writing {
  if (task) return { what: task.what, who: task.doer === 'person' ? (task.person ?? 'nobody') : task.doer, day: dayOn(task.dueAt), version: task.version }
  const passage = selectedPassage()
  const words = passage && passage.seq === post?.seq ? passage.text.replaceAll(/\s+/g, ' ').slice(0, MOST) : ''
  return { what: words, who: 'nobody', day: '', version: 0 }
}

const dueOf = (day: string): string => `${day}T12:00:00Z`

const asForm = ({ what, who, day }: Writing): TaskForm => ({
  what,
  doer: who === 'nobody' || who === 'runners' ? who : 'person',
  person: who === 'nobody' || who === 'runners' ? null : who,
  dueAt: day === '' ? null : dueOf(day),
})

/** What is to be done because of a post, by whom, and by which day. */
export default function TaskDialog({ tenant, issue, regime, post, task, owner, onClose }: Props) {
  const { t, locale } = useI18n()
  const changed = useTasksChanged(tenant)
  const named = namesPeople(regime)
  const draft = `${owner}/task-${task?.id ?? post?.id ?? ''}`
  // What was selected is no longer when the dialog has the focus.
  const [first] = useState(() => begins(task, post))
  const { form, write: keep, letGo, arrived } = useKept(draft, task ? begins(task, post) : first, task?.version)
  const [stale, setStale] = useState(false)
  const key = useRef(newIdempotencyKey())
  const { data: people = [] } = useQuery({ ...roomPeopleQuery(tenant, issue), enabled: named })
  const write = (change: Partial<Writing>) => {
    key.current = newIdempotencyKey()
    keep(change)
  }
  const save = useMutation({
    mutationFn: (written: Writing) => (task ? changeTask(tenant, { ...task, version: written.version }, asForm(written)) : makeTask(tenant, post?.id ?? '', asForm(written), key.current)),
    onSuccess: (_, sent) => {
      arrived(sent, sent)
      changed()
      toast(t(task ? 'task-changed' : 'task-made'))
      onClose()
    },
    onError: (error) => {
      if (!isProblem(error, 412)) return
      setStale(true)
      changed()
    },
  })
  const chosen = () => {
    setStale(false)
    save.reset()
  }
  const { error } = save
  const faults = isProblem(error) ? error.errors : []
  /** What was changed since it was sent, is no longer at fault. */
  const at = (pointer: string, field: keyof Writing) => (form[field] === save.variables?.[field] ? faults.find((one) => one.pointer === pointer)?.detail : undefined)
  const theirs = task && stale && task.version !== form.version ? task : null
  const choices = people.filter(({ role }) => role !== 'observer' && role !== 'translator')
  const whoIs = (who: string) => (who === 'nobody' ? t('task-who-nobody') : who === 'runners' ? t('task-who-runners') : (choices.find(({ person }) => person === who)?.name ?? ''))
  const inWords = (what: string, who: string, dueAt: string | null | undefined) => [what, who, dueAt ? t('task-due', { day: longDay(locale, dueAt) }) : ''].filter(Boolean).join('\n')
  return (
    <Dialog
      title={t(task ? 'task-change-title' : 'task-make')}
      text={named ? null : <p>{t('task-closed-room')}</p>}
      onClose={onClose}
      actions={
        <Button appearance="primary" busy={save.isPending} onClick={() => save.mutate(form)}>
          {t(task ? 'action-save' : 'task-make-do')}
        </Button>
      }
    >
      {theirs ? null : <Refused error={error} fields={['/what', '/person', '/dueAt']} />}
      {theirs ? (
        <Conflict
          differences={[{ name: t('task-what'), theirs: inWords(theirs.what, whoDoes(t, theirs), theirs.dueAt), mine: inWords(form.what, whoIs(form.who), form.day === '' ? null : dueOf(form.day)) }]}
          onMine={() => {
            keep({ version: theirs.version })
            chosen()
          }}
          onTheirs={() => {
            letGo(begins(theirs, post))
            chosen()
          }}
        />
      ) : null}
      <TextField required label={t('task-what')} hint={t('task-what-hint')} error={at('/what', 'what')} maxLength={MOST} value={form.what} onInput={(event) => write({ what: event.currentTarget.value })} />
      <Select required label={t('task-who')} error={at('/person', 'who')} value={form.who} onChange={(event) => write({ who: event.currentTarget.value })}>
        <option value="nobody">{t('task-who-nobody')}</option>
        <option value="runners">{t('task-who-runners')}</option>
        {choices.map(({ person, name }) => (
          <option key={person} value={person}>
            {name}
          </option>
        ))}
      </Select>
      <TextField optional short type="date" label={t('task-day')} hint={t('task-day-hint')} error={at('/dueAt', 'day')} min={dayOf(new Date())} value={form.day} onInput={(event) => write({ day: event.currentTarget.value })} />
    </Dialog>
  )
}
