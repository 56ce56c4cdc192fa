import { lazy, Suspense, useState } from 'react'
import type { Task } from '@/api/types'
import { useMutation } from '@/api/use-mutation'
import { useI18n } from '@/i18n'
import { useWritten } from '@/i18n/written'
import { longDay } from '@/lib/dates'
import { loadPart } from '@/lib/load-part'
import { StatusBadge } from '@/ui/badge'
import { Button } from '@/ui/button'
import { ConfirmButton } from '@/ui/confirm'
import { Refused } from '@/ui/refused'
import { toast } from '@/ui/toast'
import { claimTask, dropTask, reopenTask, returnTask } from '../tasks-api'
import { isLate, whoDid, whoDoes } from '../words'

const TaskDialog = lazy(() => loadPart(() => import('./task-dialog')))
const TaskDone = lazy(() => loadPart(() => import('./task-done')))

interface Props {
  tenant: string
  issue: string
  task: Task
  /** Whose browser this is. */
  owner: string
  onChanged: () => void
}

/** What is to be done, by whom, by when, and what the reader may do with it. */
export function TaskLine({ tenant, issue, task, owner, onChanged }: Props) {
  const { t, locale } = useI18n()
  const [open, setOpen] = useState<'change' | 'finish' | null>(null)
  const { can, doneAt, doneWords, dueAt, madeBy, what } = task
  const act = useMutation({
    mutationFn: (kind: 'claim' | 'reopen') => (kind === 'claim' ? claimTask : reopenTask)(tenant, task.id),
    onSuccess: (_, kind) => {
      toast(t(kind === 'claim' ? 'task-claimed' : 'task-reopened'))
      onChanged()
    },
    // Somebody was ahead: what is there now is fetched.
    onError: onChanged,
  })
  const written = useWritten()
  const done = (sentence: string) => () => {
    setOpen(null)
    toast(sentence)
    onChanged()
  }
  const who = doneAt ? whoDid(t, task) : whoDoes(t, task)
  const late = !doneAt && dueAt && isLate(dueAt, new Date())
  return (
    <div className="np-task np-stack np-stack--tight">
      <p>
        <StatusBadge tone={doneAt ? 'success' : late ? 'warning' : 'neutral'}>{t(doneAt ? 'task-is-done' : late ? 'task-is-late' : 'task-is-open')}</StatusBadge>{' '}
        <strong dir="auto" lang={written(what)}>{what}</strong>
      </p>
      <p className="np-soft np-small">
        {who ? <bdi>{who}</bdi> : null}
        {doneAt ? ` ${who ? `· ${t('task-done-on', { day: longDay(locale, doneAt) })}` : t('task-done-alone', { day: longDay(locale, doneAt) })}` : null}
        {dueAt ? ` · ${t('task-due', { day: longDay(locale, dueAt) })}` : null}
        {madeBy ? ` · ${t('task-made-by', { name: madeBy })}` : null}
      </p>
      {doneWords ? <p dir="auto">{doneWords}</p> : null}
      <Refused error={act.error} />
      {can.claim || can.finish || can.change || can.handBack ? (
        <div className="np-row np-no-print">
          {can.claim ? (
            <Button appearance="subtle" busy={act.isPending} aria-label={t('task-claim-name', { what })} onClick={() => act.mutate('claim')}>
              {t('task-claim')}
            </Button>
          ) : null}
          {can.finish && !doneAt ? (
            <Button appearance="subtle" aria-label={t('task-finish-name', { what })} onClick={() => setOpen('finish')}>
              {t('task-finish')}
            </Button>
          ) : null}
          {can.finish && doneAt ? (
            <Button appearance="subtle" busy={act.isPending} aria-label={t('task-reopen-name', { what })} onClick={() => act.mutate('reopen')}>
              {t('task-reopen')}
            </Button>
          ) : null}
          {can.handBack ? (
            <ConfirmButton label={t('task-return')} name={t('task-return-name', { what })} title={t('task-return-title')} act={() => returnTask(tenant, task.id)} onDone={done(t('task-returned'))}>
              {t('task-return-text')}
            </ConfirmButton>
          ) : null}
          {can.change && !doneAt ? (
            <Button appearance="subtle" aria-label={t('task-change-name', { what })} onClick={() => setOpen('change')}>
              {t('task-change')}
            </Button>
          ) : null}
          {can.change ? (
            <ConfirmButton label={t('task-drop')} name={t('task-drop-name', { what })} title={t('task-drop-title')} act={() => dropTask(tenant, task.id)} onDone={done(t('task-dropped'))}>
              {t('task-drop-text')}
            </ConfirmButton>
          ) : null}
        </div>
      ) : null}
      <Suspense>
        {open === 'change' ? <TaskDialog tenant={tenant} issue={issue} regime={task.regime} task={task} owner={owner} onClose={() => setOpen(null)} /> : null}
        {open === 'finish' ? <TaskDone tenant={tenant} task={task} owner={owner} onClose={() => setOpen(null)} onDone={done(t('task-finished'))} /> : null}
      </Suspense>
    </div>
  )
}
