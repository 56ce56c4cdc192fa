import { useEffect, useState } from 'react'
import { selectedPassage } from './view'

export interface Passage {
  seq: number
  /** Where its end stands in the post. */
  end: { top: number; left: number }
}

/** What somebody has selected in one post, once they are done selecting. */
export function usePassage(enabled: boolean): Passage | null {
  const [passage, setPassage] = useState<Passage | null>(null)
  useEffect(() => {
    if (!enabled) return
    let pressing = false
    const look = () => {
      if (!pressing) setPassage(selectedPassage())
    }
    const press = (on: boolean) => () => {
      pressing = on
      // The selection is only then what it becomes.
      if (!on) requestAnimationFrame(look)
    }
    const [down, up] = [press(true), press(false)]
    document.addEventListener('selectionchange', look)
    document.addEventListener('pointerdown', down)
    for (const end of ['pointerup', 'pointercancel'] as const) document.addEventListener(end, up)
    addEventListener('resize', look)
    return () => {
      document.removeEventListener('selectionchange', look)
      document.removeEventListener('pointerdown', down)
      for (const end of ['pointerup', 'pointercancel'] as const) document.removeEventListener(end, up)
      removeEventListener('resize', look)
    }
  }, [enabled])
  return passage
}
