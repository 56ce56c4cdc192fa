import { queryOptions } from '@tanstack/react-query'
import { get, post, put, remove, tenantPath } from '@/api/client'
import type { MyTask, Task, TaskForm, TaskList } from '@/api/types'

/** What is to be done because of what was said in a conversation. */
export const threadTasksQuery = (tenant: string, thread: string) =>
  queryOptions({
    queryKey: ['tasks', tenant, 'thread', thread],
    queryFn: ({ signal }) => get<TaskList>(tenantPath(tenant, 'threads', thread, 'tasks'), { signal }),
  })

/** The same, of all conversations of an issue that one may read. */
export const issueTasksQuery = (tenant: string, issue: string) =>
  queryOptions({
    queryKey: ['tasks', tenant, 'issue', issue],
    queryFn: ({ signal }) => get<TaskList>(tenantPath(tenant, 'issues', issue, 'tasks'), { signal }),
  })

export const myTasksQuery = queryOptions({
  queryKey: ['my-tasks'],
  queryFn: ({ signal }) => get<{ items: MyTask[] }>('/v1/me/tasks', { signal }).then(({ items }) => items),
})

const one = (tenant: string, id: string, ...rest: string[]) => tenantPath(tenant, 'tasks', id, ...rest)

export const makeTask = (tenant: string, ofPost: string, form: TaskForm, idempotencyKey: string) => post<Task>(tenantPath(tenant, 'posts', ofPost, 'tasks'), { body: form, idempotencyKey })
export const changeTask = (tenant: string, task: Task, form: TaskForm) => put<Task>(one(tenant, task.id), { body: form, ifMatch: `"${String(task.version)}"` })
export const finishTask = (tenant: string, id: string, words: string) => post<Task>(one(tenant, id, '_finish'), { body: { words: words.trim() === '' ? null : words } })
export const reopenTask = (tenant: string, id: string) => post<Task>(one(tenant, id, '_open'), {})
export const claimTask = (tenant: string, id: string) => post<Task>(one(tenant, id, '_claim'), {})
export const returnTask = (tenant: string, id: string) => post<Task>(one(tenant, id, '_return'), {})
export const dropTask = (tenant: string, id: string) => remove(one(tenant, id))
