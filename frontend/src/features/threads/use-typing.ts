import { useRef, useState } from 'react'
import { realtime } from '@/api/realtime'

const EVERY = 3000
const SWITCH = 'np-typing'

/** Lets the others see that somebody writes, now and then, for as long as that somebody wants it. */
export function useTyping(thread: string) {
  const [on, setState] = useState(() => localStorage.getItem(SWITCH) !== 'off')
  const last = useRef(0)
  const typed = () => {
    if (!on || Date.now() - last.current < EVERY) return
    last.current = Date.now()
    realtime().typing(`thread:${thread}`)
  }
  const setOn = (next: boolean) => {
    localStorage.setItem(SWITCH, next ? 'on' : 'off')
    setState(next)
  }
  return { typed, on, setOn }
}
