import { useI18n } from '@/i18n'
import { Button } from '@/ui/button'
import { keepSelection } from './passage-button'

interface Props {
  held: number
  below: number
  /** Somebody has selected words of a post that they may quote. */
  passage: boolean
  mayWrite: boolean
  onShowNew: () => void
  onNewest: () => void
  onQuote: () => void
  onWrite: () => void
}

/** What is always at hand at the foot of the screen; nothing when there is nothing to say. */
export function Bar({ held, below, passage, mayWrite, onShowNew, onNewest, onQuote, onWrite }: Props) {
  const { t } = useI18n()
  const newest = held === 0 && below > 0
  if (!passage && held === 0 && !newest && !mayWrite) return null
  return (
    <div className="np-bar np-no-print">
      {passage ? (
        <Button appearance="primary" className="np-bar__quote" onMouseDown={keepSelection} onClick={onQuote}>
          {t('post-quote-passage')}
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
