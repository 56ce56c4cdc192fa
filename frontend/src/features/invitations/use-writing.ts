import { useCallback, useEffect, useState } from 'react'
import { keepWriting, NOTHING, readWriting, type Writing } from './writing'

/** What was being written for this issue, as it was left; none until that is known. */
export function useWriting(tenant: string, issue: string): { writing: Writing | null; write: (next: Writing) => void } {
  const [writing, setWriting] = useState<Writing | null>(null)
  useEffect(() => {
    let here = true
    void readWriting(tenant, issue)
      .catch(() => NOTHING)
      .then((kept) => {
        if (here) setWriting(kept)
      })
    return () => {
      here = false
    }
  }, [tenant, issue])
  const write = useCallback(
    (next: Writing) => {
      setWriting(next)
      void keepWriting(tenant, issue, next)
    },
    [tenant, issue],
  )
  return { writing, write }
}
