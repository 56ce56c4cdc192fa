import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { realtime } from '@/api/realtime'
import { useOwner } from '@/api/session'
import type { Task, TaskList } from '@/api/types'
import { Loaded } from '@/app/loaded'
import { PageHead } from '@/app/layouts/page-head'
import { paths } from '@/app/paths'
import { issueQuery } from '@/features/issues/api'
import { TaskLine } from '@/features/threads/components/task-line'
import { issueTasksQuery } from '@/features/threads/tasks-api'
import { useTasksChanged } from '@/features/threads/use-tasks'
import { useI18n } from '@/i18n'
import { ButtonLink } from '@/ui/button'
import { Choice, Fieldset } from '@/ui/field'
import { EmptyState } from '@/ui/states'

/** An issue that pauses takes along what may be done with its tasks; posts that go elsewhere take theirs along. */
const CHANGES = /^(task|issue)\.|^thread\.(left|received)$/

/** What is to be done and was done in an issue, out of all its conversations. */
export default function TasksPage({ tenant, issue }: { tenant: string; issue: string }) {
  const { t } = useI18n()
  const client = useQueryClient()
  const query = useQuery({ ...issueTasksQuery(tenant, issue), staleTime: 0 })
  const about = useQuery(issueQuery(tenant, issue)).data
  useEffect(() => {
    const ask = () => void client.invalidateQueries({ queryKey: issueTasksQuery(tenant, issue).queryKey })
    return realtime().subscribe(`issue:${issue}`, null, { onEvent: ({ kind }) => (CHANGES.test(kind) ? ask() : undefined), onRefresh: ask })
  }, [client, tenant, issue])
  const back = (about?.kind === 'network' ? paths.network : paths.issue)(tenant, issue)
  return (
    <Loaded query={query}>
      {(list) => (
        <div className="np-stack np-stack--loose np-measure">
          <PageHead title={t('tasks-title')} about={about?.title} crumb={{ href: back, name: about?.title ?? t('tasks-crumb') }} lead={t('tasks-lead')} />
          {list.items.length === 0 ? (
            <EmptyState title={t('tasks-none-title')} action={<ButtonLink href={back}>{t('tasks-none-action')}</ButtonLink>}>
              {t(list.canMake ? 'tasks-none-text' : 'tasks-none-yet')}
            </EmptyState>
          ) : (
            <Content tenant={tenant} issue={issue} list={list} />
          )}
        </div>
      )}
    </Loaded>
  )
}

function Content({ tenant, issue, list }: { tenant: string; issue: string; list: TaskList }) {
  const { t } = useI18n()
  const [mine, setMine] = useState(false)
  const shown = list.items.filter((task) => !mine || task.mine)
  const [open, done] = [shown.filter(({ doneAt }) => !doneAt), shown.filter(({ doneAt }) => doneAt)]
  // What comes first, first; what has no day comes last.
  const sooner = (a: Task, b: Task) => (a.dueAt ?? '9').localeCompare(b.dueAt ?? '9')
  return (
    <>
      <Fieldset legend={t('tasks-filter')}>
        <Choice type="radio" name="whose" label={t('tasks-filter-all')} checked={!mine} onChange={() => setMine(false)} />
        <Choice type="radio" name="whose" label={t('tasks-filter-mine')} checked={mine} onChange={() => setMine(true)} />
      </Fieldset>
      <Group title={t('tasks-open')} none={t(mine ? 'tasks-open-none-mine' : 'tasks-open-none')} tenant={tenant} issue={issue} tasks={[...open].sort(sooner)} />
      {done.length > 0 ? <Group title={t('tasks-done')} none="" tenant={tenant} issue={issue} tasks={done} /> : null}
    </>
  )
}

function Group({ title, none, tenant, issue, tasks }: { title: string; none: string; tenant: string; issue: string; tasks: readonly Task[] }) {
  const { t } = useI18n()
  const owner = useOwner()
  const changed = useTasksChanged(tenant)
  return (
    <section className="np-stack">
      <h2>{title}</h2>
      {tasks.length === 0 ? (
        <p className="np-soft">{none}</p>
      ) : (
        <ul role="list" className="np-stack">
          {tasks.map((task) => (
            <li key={task.id} className="np-sheet np-stack np-stack--tight">
              <TaskLine tenant={tenant} issue={issue} task={task} owner={owner} onChanged={changed} />
              <p className="np-small">
                <a href={paths.thread(tenant, task.thread, task.seq)}>{t('task-out-of', { title: task.threadTitle })}</a>
              </p>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
