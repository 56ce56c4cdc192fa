import type { ReactNode } from 'react'
import { useI18n } from '@/i18n'
import { Alert } from '@/ui/alert'
import { Button } from '@/ui/button'
import { keepSelection } from './passage-button'

interface Props {
  /** Why something was not done: where it is seen, wherever one is. */
  fault: string | null
  /** Leads to what is for the reader alone. */
  note: ReactNode
  held: number
  below: number
  /** How many were new on opening, while nobody has been there yet. */
  unread: number
  /** Somebody has selected words of a post that they may quote. */
  passage: boolean
  mayWrite: boolean
  onShowNew: () => void
  onNewest: () => void
  onUnread: () => void
  onQuote: () => void
  onWrite: () => void
}

/**
 * What is always at hand at the foot of the screen. Its place is kept free when there is nothing to say: going, it would
 * make the page shorter under whoever is at its end, and move what they are just pressing.
 */
export function Bar({ fault, note, held, below, unread, passage, mayWrite, onShowNew, onNewest, onUnread, onQuote, onWrite }: Props) {
  const { t } = useI18n()
  const newest = held === 0 && below > 0
  return (
    <div className="np-bar np-no-print">
      {fault === null ? null : <Alert kind="error">{fault}</Alert>}
      {note}
      {passage ? (
        <Button appearance="primary" className="np-bar__quote" onMouseDown={keepSelection} onClick={onQuote}>
          {t('post-quote-passage')}
        </Button>
      ) : null}
      {unread > 0 ? (
        <Button appearance="secondary" className="np-bar__new" onClick={onUnread}>
          {t('posts-unread', { count: unread })}
        </Button>
      ) : null}
      {held > 0 ? (
        <Button appearance="primary" onClick={onShowNew}>
          {t('new-posts', { count: held })}
        </Button>
      ) : null}
      {newest ? (
        <Button appearance="secondary" onClick={onNewest}>
          {t('posts-newest', { count: below })}
        </Button>
      ) : null}
      {mayWrite ? (
        <Button appearance="secondary" className="np-bar__write" onClick={onWrite}>
          {t('composer-go')}
        </Button>
      ) : null}
    </div>
  )
}
