import { useCallback, useEffect, useState } from 'react'
import { useOwner } from '@/api/session'
import { keepWriting, NOTHING, placeOf, readWriting, type Writing } from './writing'

/** What was being written for this issue, as it was left; none until that is known. */
export function useWriting(tenant: string, issue: string): { writing: Writing | null; write: (next: Writing) => void } {
  const [writing, setWriting] = useState<Writing | null>(null)
  const place = placeOf(useOwner(), tenant, issue)
  useEffect(() => {
    let here = true
    void readWriting(place)
      .catch(() => NOTHING)
      .then((kept) => {
        if (here) setWriting(kept)
      })
    return () => {
      here = false
    }
  }, [place])
  const write = useCallback(
    (next: Writing) => {
      setWriting(next)
      void keepWriting(place, next)
    },
    [place],
  )
  return { writing, write }
}
