import { useSyncExternalStore } from 'react'
import { useI18n } from '@/i18n'
import { friendlyMoment, fullMoment } from '@/lib/dates'

const TICK = 30_000
const watchers = new Set<() => void>()
let now = Date.now()
let ticking: ReturnType<typeof setInterval> | undefined

/** One clock for all moments on the page. */
function watch(watcher: () => void): () => void {
  watchers.add(watcher)
  ticking ??= setInterval(() => {
    now = Date.now()
    for (const each of watchers) each()
  }, TICK)
  return () => {
    watchers.delete(watcher)
    if (watchers.size > 0) return
    clearInterval(ticking)
    ticking = undefined
  }
}

/** When something was, in words that stay true while the page is open; the exact moment on hover. */
export function Moment(props: { at: string }) {
  const { locale } = useI18n()
  useSyncExternalStore(watch, () => now)
  return (
    <time dateTime={props.at} title={fullMoment(locale, props.at)}>
      {friendlyMoment(locale, props.at, new Date())}
    </time>
  )
}
