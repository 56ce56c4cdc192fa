import { useCallback, useEffect, useRef, useState } from 'react'
import { dropDraft, keepForm, readForm } from '@/lib/drafts'
import type { Quoted } from './outbox'

/** What the text that is being written answers to. It stays in this browser with that text, until that is sent. */
export function useQuoted(owner: string, thread: string): [Quoted | null, (quoted: Quoted | null) => void] {
  const [quoted, setQuoted] = useState<Quoted | null>(null)
  const chosen = useRef(false)
  const place = `${owner}/quoted-${thread}`

  useEffect(() => {
    if (owner === '') return
    chosen.current = false
    void readForm<{ quoted: Quoted | null }>(place, { quoted: null }).then((kept) => {
      if (!chosen.current) setQuoted(kept?.quoted ?? null)
    })
  }, [owner, place])

  const choose = useCallback(
    (next: Quoted | null) => {
      chosen.current = true
      setQuoted(next)
      void (next ? keepForm(place, { quoted: next }) : dropDraft(place))
    },
    [place],
  )
  return [quoted, choose]
}
