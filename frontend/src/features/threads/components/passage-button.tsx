import { type MouseEvent, useLayoutEffect, useRef } from 'react'
import { useI18n } from '@/i18n'
import { Button } from '@/ui/button'
import type { Passage } from '../use-passage'

/** A press on a button would otherwise clear the selection that it is about. */
export const keepSelection = (event: MouseEvent) => event.preventDefault()

/** Beside what was selected, and for Tab the first that comes after it. On a small screen the bar has it instead. */
export function PassageButton({ passage, onQuote }: { passage: Passage; onQuote: () => void }) {
  const { t } = useI18n()
  const place = useRef<HTMLSpanElement>(null)
  const { top, left } = passage.end
  useLayoutEffect(() => {
    const { current } = place
    const post = current?.parentElement
    if (!current || !post) return
    const most = post.clientWidth - current.offsetWidth - 8
    current.style.insetBlockStart = `${String(top + 6)}px`
    current.style.left = `${String(Math.max(8, Math.min(left, most)))}px`
  }, [top, left])
  return (
    <span ref={place} className="np-passage np-no-print">
      <Button appearance="primary" onMouseDown={keepSelection} onClick={onQuote}>
        {t('post-quote-passage')}
      </Button>
    </span>
  )
}
