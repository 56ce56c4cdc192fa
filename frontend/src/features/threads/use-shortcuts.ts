import { useEffect, useRef, useState } from 'react'
import { areKeysOn, isBareKey, turnKeys } from '@/lib/shortcut'

/** The keys of a page. One whose act says false keeps its own meaning. */
export function useShortcuts(keys: Record<string, () => boolean>): { on: boolean; setOn: (on: boolean) => void } {
  const [on, setState] = useState(areKeysOn)
  const current = useRef(keys)
  current.current = keys
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (isBareKey(event) && current.current[event.key]?.()) event.preventDefault()
    }
    document.addEventListener('keydown', press)
    return () => document.removeEventListener('keydown', press)
  }, [])
  const setOn = (next: boolean) => {
    turnKeys(next)
    setState(next)
  }
  return { on, setOn }
}
