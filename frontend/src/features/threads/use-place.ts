import { type RefObject, useEffect, useRef, useState } from 'react'

export interface Place {
  /** The end of the conversation is on screen. */
  atEnd: RefObject<boolean>
  /** How many posts stand below the screen. */
  below: number
  /** Where one writes is on screen. */
  atComposer: boolean
  /** Where the new begins has been on screen. */
  reachedNew: boolean
}

const NEAR = 48

/** Where the reader is in the conversation, kept while scrolling; `lastSeq` is the last post that exists. */
export function usePlace(list: RefObject<HTMLElement | null>, composer: RefObject<HTMLElement | null>, lastSeq: number): Place {
  const atEnd = useRef(false)
  const [view, setView] = useState({ below: 0, atComposer: true, reachedNew: true })
  const reached = useRef(false)
  useEffect(() => {
    let frame = 0
    const measure = () => {
      frame = 0
      const posts = list.current?.querySelectorAll<HTMLElement>('[data-seq]') ?? []
      const end = list.current?.getBoundingClientRect().bottom ?? 0
      atEnd.current = end <= innerHeight + NEAR
      const seen = lastSeen(posts)
      const field = composer.current?.getBoundingClientRect()
      const line = document.getElementById('unread')?.getBoundingClientRect()
      reached.current ||= line !== undefined && line.top < innerHeight && line.bottom > 0
      const next = { reachedNew: reached.current, below: Math.max(0, lastSeq - seen), atComposer: !field || (field.top < innerHeight - NEAR && field.bottom > 0) }
      setView((old) => (old.below === next.below && old.atComposer === next.atComposer && old.reachedNew === next.reachedNew ? old : next))
    }
    const later = () => {
      frame ||= requestAnimationFrame(measure)
    }
    const resized = new ResizeObserver(later)
    if (list.current) resized.observe(list.current)
    // Not before the page has gone to where it begins.
    later()
    addEventListener('scroll', later, { passive: true })
    addEventListener('resize', later)
    return () => {
      cancelAnimationFrame(frame)
      resized.disconnect()
      removeEventListener('scroll', later)
      removeEventListener('resize', later)
    }
  }, [list, composer, lastSeq])
  return { atEnd, ...view }
}

/** The last post of which the beginning is on screen or above it; posts are in order, so halving finds it. */
function lastSeen(posts: ArrayLike<HTMLElement>): number {
  let [low, high] = [0, posts.length - 1]
  while (low < high) {
    const middle = Math.ceil((low + high) / 2)
    if ((posts[middle]?.getBoundingClientRect().top ?? 0) < innerHeight - NEAR) low = middle
    else high = middle - 1
  }
  return Number(posts[low]?.dataset.seq ?? 0)
}
