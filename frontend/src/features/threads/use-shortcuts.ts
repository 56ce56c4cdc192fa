import { useEffect, useRef, useState } from 'react'

const SWITCH = 'np-shortcuts'

/** Single keys, never while somebody types, and with an off switch (WCAG 2.1.4). A key whose act says false keeps its own meaning. */
export function useShortcuts(keys: Record<string, () => boolean>): { on: boolean; setOn: (on: boolean) => void } {
  const [on, setState] = useState(() => localStorage.getItem(SWITCH) !== 'off')
  const current = useRef(keys)
  current.current = keys
  useEffect(() => {
    if (!on) return
    const press = (event: KeyboardEvent) => {
      const target = event.target as HTMLElement
      if (event.ctrlKey || event.metaKey || event.altKey || target.closest('input, textarea, select, dialog, [contenteditable]')) return
      const act = current.current[event.key]
      if (act?.()) event.preventDefault()
    }
    document.addEventListener('keydown', press)
    return () => document.removeEventListener('keydown', press)
  }, [on])
  const setOn = (next: boolean) => {
    localStorage.setItem(SWITCH, next ? 'on' : 'off')
    setState(next)
  }
  return { on, setOn }
}
