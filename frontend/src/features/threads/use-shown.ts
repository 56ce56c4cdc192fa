import { useQuery } from '@tanstack/react-query'
import { useCallback, useEffect, useRef } from 'react'
import { realtime } from '@/api/realtime'
import { presenceQuery } from './presence-api'

const TYPING = 3_000
/** Twice as often as it has to be said again. */
const HERE = 20_000

/**
 * Lets the others see that somebody is here and writes, as far as that somebody chose so, and only while the page is in
 * sight. What comes back is to be called at each key.
 */
export function useShown(thread: string, mayBeSeen: boolean): () => void {
  const { data: choice } = useQuery({ ...presenceQuery, enabled: mayBeSeen })
  const here = mayBeSeen && choice?.here === true
  const typing = mayBeSeen && choice?.typing === true
  useEffect(() => {
    if (!here) return
    const say = () => {
      if (!document.hidden) realtime().here(`thread:${thread}`)
    }
    say()
    const beat = setInterval(say, HERE)
    // The topic is served from now on: what was said before was said to nobody.
    const stop = realtime().onOpened(() => setTimeout(say, 0))
    document.addEventListener('visibilitychange', say)
    return () => {
      clearInterval(beat)
      stop()
      document.removeEventListener('visibilitychange', say)
    }
  }, [thread, here])
  const last = useRef(0)
  return useCallback(() => {
    if (!typing || Date.now() - last.current < TYPING) return
    last.current = Date.now()
    realtime().typing(`thread:${thread}`)
  }, [thread, typing])
}
