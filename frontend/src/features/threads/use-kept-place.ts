import { type RefObject, useEffect } from 'react'
import type { Thread } from '@/api/types'
import { keepPlace } from '@/lib/places'
import { namesPeople } from '@/lib/regimes'
import { topSeq } from './view'

/** Somewhere is where one rests for so long, in milliseconds. */
const REST = 1000

/** Under which name it is kept where somebody was; null for a visitor, and where not even this browser keeps what was read. */
export const placeName = (owner: string, { id, regime }: Pick<Thread, 'id' | 'regime'>): string | null => (owner !== '' && namesPeople(regime) ? `${owner}/${id}` : null)

/** Keeps which post stands on top of the screen where one rests, unless that is at the end: there one begins at what is newest. */
export function useKeptPlace(name: string | null, list: RefObject<HTMLElement | null>, atEnd: RefObject<boolean>): void {
  useEffect(() => {
    if (name === null) return
    let timer: ReturnType<typeof setTimeout> | undefined
    const keep = () => {
      // Who goes up to the menu is not reading there.
      const isBelowTop = (list.current?.getBoundingClientRect().top ?? 0) < 0
      if (isBelowTop) keepPlace(name, atEnd.current ? null : topSeq(list.current))
    }
    const rest = () => {
      clearTimeout(timer)
      timer = setTimeout(keep, REST)
    }
    rest()
    addEventListener('scroll', rest, { passive: true })
    return () => {
      clearTimeout(timer)
      removeEventListener('scroll', rest)
    }
  }, [name, list, atEnd])
}
