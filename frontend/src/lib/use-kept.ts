import { useCallback, useEffect, useRef, useState } from 'react'
import { dropDraft, keepForm, readForm } from './drafts'

/**
 * A form that is kept in this browser, under this name, from its first letter until it is let go. It begins with what
 * was kept, or else with `start`, and goes its own way after that: what is fetched anew changes nothing that was typed.
 */
export function useKept<T extends object>(name: string, start: T): { form: T; write: (change: Partial<T>) => void; letGo: (then: T) => void } {
  const [first] = useState(start)
  const [form, setForm] = useState(first)
  const latest = useRef(first)
  const put = useCallback((next: T) => {
    latest.current = next
    setForm(next)
  }, [])
  useEffect(() => {
    let wanted = true
    // Whose it is may have become known after the first letters.
    if (latest.current !== first) void keepForm(name, latest.current)
    void readForm(name, first).then((kept) => {
      if (wanted && kept && latest.current === first) put(kept)
    })
    return () => {
      wanted = false
    }
  }, [name, first, put])
  const write = useCallback(
    (change: Partial<T>) => {
      put({ ...latest.current, ...change })
      void keepForm(name, latest.current)
    },
    [name, put],
  )
  const letGo = useCallback(
    (then: T) => {
      put(then)
      void dropDraft(name)
    },
    [name, put],
  )
  return { form, write, letGo }
}
