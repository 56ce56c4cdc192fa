import { useCallback, useEffect, useRef, useState } from 'react'
import { keepList, readList } from '@/lib/drafts'
import type { Quoted } from './outbox'

/** What the text that is being written answers to. It stays in this browser with that text, until that is sent. */
export function useQuoted(owner: string, thread: string): [Quoted | null, (quoted: Quoted | null) => void] {
  const [quoted, setQuoted] = useState<Quoted | null>(null)
  const chosen = useRef(false)
  const place = `${owner}/quoted-${thread}`

  useEffect(() => {
    if (owner === '') return
    chosen.current = false
    void readList<Quoted>(place).then((kept) => {
      if (!chosen.current) setQuoted(kept?.[0] ?? null)
    })
  }, [owner, place])

  const choose = useCallback(
    (next: Quoted | null) => {
      chosen.current = true
      setQuoted(next)
      void keepList(place, next ? [next] : [])
    },
    [place],
  )
  return [quoted, choose]
}
