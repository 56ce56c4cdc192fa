import { useEffect, useState } from 'react'
import { announce } from '@/lib/announcer'

interface Toast {
  id: number
  sentence: string
}

type Listener = (sentence: string) => void
const listeners = new Set<Listener>()

/** Says that something succeeded. Errors never come here: they stay where they belong. */
export function toast(sentence: string): void {
  announce(sentence)
  for (const listener of listeners) listener(sentence)
}

const visibleFor = (sentence: string): number => 5000 + (sentence.split(/\s+/).length / 120) * 60_000

export function Toasts() {
  const [toasts, setToasts] = useState<Toast[]>([])
  useEffect(() => {
    let next = 0
    const show: Listener = (sentence) => {
      const id = next++
      setToasts((shown) => [...shown, { id, sentence }])
      setTimeout(() => setToasts((shown) => shown.filter((other) => other.id !== id)), visibleFor(sentence))
    }
    listeners.add(show)
    return () => void listeners.delete(show)
  }, [])
  return (
    <div className="np-toasts np-no-print" aria-hidden="true">
      {toasts.map((shown) => (
        <div key={shown.id} className="np-toast">
          {shown.sentence}
        </div>
      ))}
    </div>
  )
}
