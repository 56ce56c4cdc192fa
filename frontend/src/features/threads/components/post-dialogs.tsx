import { lazy, Suspense } from 'react'
import type { Post, Thread } from '@/api/types'
import { useI18n } from '@/i18n'
import { loadPart } from '@/lib/load-part'
import { WithdrawDialog } from './withdraw-post'

const SortDialog = lazy(() => loadPart(() => import('./sort-dialog')))
const TaskDialog = lazy(() => loadPart(() => import('./task-dialog')))
const LabelDialog = lazy(() => loadPart(() => import('./label-dialog')))
const ReportDialog = lazy(() => loadPart(() => import('./report-post')))
const MuteDialog = lazy(() => loadPart(() => import('./mute-dialog')))
const HistoryDialog = lazy(() => loadPart(() => import('./post-history')))

interface Props {
  tenant: string
  thread: Thread
  owner: string
  named: boolean
  open: { kind: 'edit' | 'withdraw' | 'history' | 'label' | 'sort' | 'report' | 'mute' | 'task'; post: Post }
  postKey: string | undefined
  /** Says what was done, with the post as it is now. */
  put: (sentence: string) => (post: Post) => void
  onClose: () => void
}

/** What one does with a post and needs a word for. */
export function PostDialogs({ tenant, thread, owner, named, open: { kind, post }, postKey, put, onClose }: Props) {
  const { t } = useI18n()
  const dialog = () => {
    switch (kind) {
      case 'withdraw':
        return <WithdrawDialog tenant={tenant} post={post} postKey={postKey} onClose={onClose} />
      case 'history':
        return <HistoryDialog tenant={tenant} post={post} onClose={onClose} />
      case 'label':
        return <LabelDialog tenant={tenant} thread={thread} post={post} onClose={onClose} onDone={put(t('label-done'))} />
      case 'sort':
        return <SortDialog tenant={tenant} post={post} onClose={onClose} onDone={put(t('sort-done'))} />
      case 'task':
        return <TaskDialog tenant={tenant} regime={thread.regime} issue={thread.issue} post={post} owner={owner} onClose={onClose} />
      case 'report':
        return <ReportDialog tenant={tenant} post={post} owner={owner} onClose={onClose} />
      case 'mute':
        return <MuteDialog tenant={tenant} post={post} named={named} onClose={onClose} />
      case 'edit':
        return null
    }
  }
  return <Suspense>{dialog()}</Suspense>
}
