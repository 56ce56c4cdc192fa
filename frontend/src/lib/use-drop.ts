import { type RefObject, useEffect, useRef, useState } from 'react'

/**
 * Files that are dropped on a part of the page; true while some are carried over the page. What is dropped beside it is
 * not opened: that would end what somebody is writing.
 */
export function useDrop(place: RefObject<HTMLElement | null>, onFiles: ((files: File[]) => void) | null, onRefused: () => void): boolean {
  const [carried, setCarried] = useState(false)
  const take = useRef(onFiles)
  take.current = onFiles
  const refuse = useRef(onRefused)
  refuse.current = onRefused
  const takes = onFiles !== null
  useEffect(() => {
    const isHere = (event: DragEvent) => event.target instanceof Node && (place.current?.contains(event.target) ?? false)
    const over = (event: DragEvent) => {
      if (!event.dataTransfer?.types.includes('Files')) return
      event.preventDefault()
      if (takes && !isHere(event)) event.dataTransfer.dropEffect = 'none'
      setCarried(takes)
    }
    const leave = (event: DragEvent) => {
      if (event.relatedTarget === null) setCarried(false)
    }
    const drop = (event: DragEvent) => {
      if (!event.dataTransfer?.types.includes('Files')) return
      event.preventDefault()
      setCarried(false)
      if (!takes) refuse.current()
      else if (isHere(event)) take.current?.([...event.dataTransfer.files])
    }
    addEventListener('dragover', over)
    addEventListener('dragleave', leave)
    addEventListener('drop', drop)
    return () => {
      removeEventListener('dragover', over)
      removeEventListener('dragleave', leave)
      removeEventListener('drop', drop)
    }
  }, [place, takes])
  return carried
}
