import { useCallback, useEffect, useRef, useState } from 'react'
import { dropDraft, keepForm, readForm } from './drafts'

export interface Kept<T> {
  form: T
  write: (change: Partial<T>) => void
  /** Nothing of it is left to keep. */
  letGo: (then: T) => void
  /**
   * What was sent has arrived: it is let go. What was typed on since stays, with what is known now, such as the version
   * that it goes on from; then this is false.
   */
  arrived: (sent: T, then: T, known?: Partial<T>) => boolean
}

/**
 * A form that is kept in this browser, under this name, from its first letter until it is let go. It begins with what
 * was kept, or else with `start`, and goes its own way after that: what is fetched anew changes nothing that was typed.
 * A form in which nothing was typed begins anew with each `version`, so that it never shows less than there is.
 */
export function useKept<T extends object>(name: string, start: T, version?: number | string): Kept<T> {
  const [first] = useState(start)
  const [form, setForm] = useState(first)
  /** What it is as long as nothing is typed. */
  const untouched = useRef(first)
  const latest = useRef(first)
  /** Something was typed, or let go of: what is read after that is too old. */
  const acted = useRef(false)
  const newest = useRef(start)
  newest.current = start
  const put = useCallback((next: T) => {
    latest.current = next
    setForm(next)
  }, [])
  const begin = useCallback(
    (then: T) => {
      untouched.current = then
      put(then)
    },
    [put],
  )
  useEffect(() => {
    if (latest.current === untouched.current) begin(newest.current)
  }, [version, begin])
  useEffect(() => {
    let wanted = true
    // Whose it is may have become known after the first letters.
    if (latest.current !== untouched.current) void keepForm(name, latest.current)
    void readForm(name, untouched.current).then((kept) => {
      if (wanted && kept && !acted.current) put(kept)
    })
    return () => {
      wanted = false
    }
  }, [name, put])
  const write = useCallback(
    (change: Partial<T>) => {
      acted.current = true
      put({ ...latest.current, ...change })
      void keepForm(name, latest.current)
    },
    [name, put],
  )
  const letGo = useCallback(
    (then: T) => {
      acted.current = true
      begin(then)
      void dropDraft(name)
    },
    [name, begin],
  )
  const arrived = useCallback(
    (sent: T, then: T, known: Partial<T> = {}) => {
      const isAll = latest.current === sent
      if (isAll) letGo(then)
      else write(known)
      return isAll
    },
    [letGo, write],
  )
  return { form, write, letGo, arrived }
}
