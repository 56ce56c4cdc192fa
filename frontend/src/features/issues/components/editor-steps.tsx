import { useState } from 'react'
import type { Problem } from '@/api/problems'
import type { Issue } from '@/api/types'
import { useI18n } from '@/i18n'
import { Button } from '@/ui/button'
import { IssueMoves } from './moves'

interface Props {
  tenant: string
  issue: Issue
  /** The text is refused as a whole: nothing in it can be mended. */
  isRefused: boolean
  /** Saves what is being typed first; false when that failed. */
  before: () => Promise<boolean>
  /** Says what is missing before others see it; false when something is. */
  check: () => boolean
  onMoved: (issue: Issue) => void
  /** Everything is saved and the writer is ready. */
  onDone: () => void
  onRefused: (problem: Problem) => void
}

/** How writing ends: what nobody else has seen goes on from here; what is out in the world is only looked at again. */
export function EditorSteps({ isRefused, ...props }: Props) {
  const { t } = useI18n()
  return (
    <div className="np-row">
      {props.issue.state === 'draft' || props.issue.state === 'declined' ? <IssueMoves {...props} /> : <Ready {...props} />}
      {isRefused ? <Button onClick={props.onDone}>{t('editor-leave')}</Button> : null}
    </div>
  )
}

function Ready({ before, onDone }: Pick<Props, 'before' | 'onDone'>) {
  const { t } = useI18n()
  const [busy, setBusy] = useState(false)
  const look = async () => {
    setBusy(true)
    const saved = await before()
    setBusy(false)
    if (saved) onDone()
  }
  return (
    <Button appearance="primary" busy={busy} onClick={() => void look()}>
      {t('issue-edit-done')}
    </Button>
  )
}
