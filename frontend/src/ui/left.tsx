import { useEffect } from 'react'
import { useI18n } from '@/i18n'
import { announce } from '@/lib/announcer'

const NEAR = 0.9

/** How many characters still fit, as the server counts them; null while that is nobody's concern. */
export function leftOf(text: string, limit: number | undefined): number | null {
  return limit !== undefined && text.length > limit * NEAR ? limit - [...text].length : null
}

/** What still fits, or what is too much: a field takes everything that is typed or pasted, and loses none of it. */
export function Left({ id, left }: { id: string; left: number }) {
  const { t } = useI18n()
  const isOver = left < 0
  // Said aloud only when the end is passed: not with each letter.
  useEffect(() => {
    if (isOver) announce(t('editor-limit-passed'))
  }, [isOver, t])
  return (
    <p id={id} className={`np-small ${isOver ? 'np-over' : 'np-soft'}`}>
      {isOver ? t('editor-over', { count: -left }) : t('editor-left', { count: left })}
    </p>
  )
}
