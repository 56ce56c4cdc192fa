import { useEffect, useState } from 'react'
import { selectedPassage } from './view'

/** The number of the post of which somebody has selected words. */
export function usePassage(enabled: boolean): number | null {
  const [seq, setSeq] = useState<number | null>(null)
  useEffect(() => {
    if (!enabled) return
    const look = () => setSeq(selectedPassage()?.seq ?? null)
    document.addEventListener('selectionchange', look)
    return () => document.removeEventListener('selectionchange', look)
  }, [enabled])
  return seq
}
