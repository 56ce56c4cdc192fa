import { type RefObject, useEffect, useRef } from 'react'
import { isTransient } from '@/api/problems'
import { add, type Ranges } from '@/lib/ranges'
import { reportRead } from './api'
import { Reading } from './reading'

const BATCH = 2000

interface Watched {
  tenant: string
  thread: string
  list: RefObject<HTMLElement | null>
  /** Changes when other posts are on screen. */
  signature: string
  /** Nothing counts as read for a visitor, nor after somebody said to come back to it. */
  enabled: boolean
}

/** Watches which posts (elements with `data-seq`) are in view and tells the server what was read, a batch at a time. */
export function useReading({ tenant, thread, list, signature, enabled }: Watched): void {
  const watcher = useRef<IntersectionObserver | null>(null)

  useEffect(() => {
    if (!enabled) return
    let left = false
    let unreported: Ranges = []
    let timer: ReturnType<typeof setTimeout> | undefined
    const report = (keepalive: boolean) => {
      clearTimeout(timer)
      timer = undefined
      const batch = unreported
      if (batch.length === 0) return
      unreported = []
      reportRead(tenant, thread, batch, keepalive).catch((error: unknown) => {
        if (left || !isTransient(error)) return
        unreported = [...unreported, ...batch]
        timer ??= setTimeout(() => report(false), BATCH * 5)
      })
    }
    const reading = new Reading(document.hasFocus(), (seq) => {
      unreported = add(unreported, seq)
      timer ??= setTimeout(() => report(false), BATCH)
    })
    const observer = new IntersectionObserver(
      (entries) => {
        for (const entry of entries) {
          const seq = Number((entry.target as HTMLElement).dataset.seq)
          const fillsView = entry.intersectionRect.height >= innerHeight / 2
          reading.inView(seq, entry.isIntersecting && (entry.intersectionRatio >= 0.5 || fillsView))
        }
      },
      { threshold: [0, 0.25, 0.5, 0.75, 1] },
    )
    watcher.current = observer
    const attention = () => reading.attention(document.hasFocus() && !document.hidden)
    const leave = () => report(true)
    addEventListener('focus', attention)
    addEventListener('blur', attention)
    addEventListener('pagehide', leave)
    document.addEventListener('visibilitychange', attention)
    return () => {
      reading.stop()
      observer.disconnect()
      watcher.current = null
      left = true
      report(true)
      removeEventListener('focus', attention)
      removeEventListener('blur', attention)
      removeEventListener('pagehide', leave)
      document.removeEventListener('visibilitychange', attention)
    }
  }, [tenant, thread, enabled])

  useEffect(() => {
    const observer = watcher.current
    if (!observer) return
    const watched = list.current?.querySelectorAll<HTMLElement>('[data-seq][data-unread]') ?? []
    for (const element of watched) observer.observe(element)
    return () => {
      for (const element of watched) observer.unobserve(element)
    }
  }, [list, signature, enabled])
}
