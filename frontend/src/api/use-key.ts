import { useRef } from 'react'
import { newIdempotencyKey } from './client'

/**
 * The same key for as long as the same is sent: an answer that was lost makes nothing twice, and another text is another
 * one. After `made` the same is one more, where a form stays.
 */
export function useKey(made = 0): (sent: object) => string {
  const last = useRef({ sent: '', key: '' })
  return (sent) => {
    const text = JSON.stringify([made, sent])
    if (last.current.sent !== text) last.current = { sent: text, key: newIdempotencyKey() }
    return last.current.key
  }
}
