import { useEffect, useRef } from 'react'
import { useI18n } from '@/i18n'
import { announce } from './announcer'

interface Answer {
  count: number
  /** There is more than was fetched. */
  more?: boolean
}

/** Says how much a filter leaves once that is known; what a page begins with needs no word. */
export function useCountSaid(filter: object, answer: Answer | null): void {
  const { t } = useI18n()
  const asked = JSON.stringify(filter)
  const said = useRef(asked)
  const count = answer && t(answer.more ? 'search-count-more' : 'search-count', { count: answer.count })
  useEffect(() => {
    if (count === null || said.current === asked) return
    said.current = asked
    announce(count)
  }, [asked, count])
}
