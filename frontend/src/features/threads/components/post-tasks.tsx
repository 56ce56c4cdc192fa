import type { Post } from '@/api/types'
import { useI18n } from '@/i18n'
import { useBeside } from '../beside'
import { TaskLine } from './task-line'

/** What is to be done because of a post; also of one that was taken back, without its words. */
export function PostTasks({ post }: { post: Post }) {
  const { t } = useI18n()
  const beside = useBeside()
  const tasks = beside?.tasks.get(post.seq)
  if (!beside || !tasks || post.movedTo) return null
  return (
    <ul role="list" className="np-tasks np-stack np-stack--tight" aria-label={t('task-list', { number: post.seq })}>
      {tasks.map((task) => (
        <li key={task.id}>
          <TaskLine tenant={beside.tenant} issue={beside.thread.issue} task={task} owner={beside.thread.me?.person ?? ''} onChanged={beside.refreshTasks} />
        </li>
      ))}
    </ul>
  )
}
