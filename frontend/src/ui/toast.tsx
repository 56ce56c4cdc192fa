import { useEffect, useLayoutEffect, useRef, useState } from 'react'
import { useI18n } from '@/i18n'
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

const NEXT = 'np-said'

/** The same, on the page that is loaded next. */
export function toastNext(sentence: string): void {
  sessionStorage.setItem(NEXT, sentence)
}

/** The server leads here from a page without scripts: an invitation or a hall was accepted. */
const JOINED = '#meedoen'

const visibleFor = (sentence: string): number => 5000 + (sentence.split(/\s+/).length / 120) * 60_000

const ACTIONS = 'a, button, input, select, summary, textarea'

/** Where it may stand, the best first. */
const PLACES = ['end', 'above', 'start'] as const

/** It stands where it lies over nothing that one presses or writes in: on a phone the buttons are where it would come. */
function standFree(box: HTMLElement): void {
  const covers = () => {
    const mine = (box.firstElementChild ?? box).getBoundingClientRect()
    return [...document.querySelectorAll(ACTIONS)].some((one) => {
      const { left, right, top, bottom } = one.getBoundingClientRect()
      return left < mine.right && right > mine.left && top < mine.bottom && bottom > mine.top
    })
  }
  for (const place of PLACES) {
    box.dataset.place = place
    if (!covers()) return
  }
  box.dataset.place = PLACES[0]
}

export function Toasts() {
  const { t } = useI18n()
  const [shown, setShown] = useState<Toast | null>(null)
  const box = useRef<HTMLDivElement>(null)
  useLayoutEffect(() => (shown && box.current ? standFree(box.current) : undefined), [shown])
  useEffect(() => {
    let next = 0
    // One at a time: they stand over what somebody may be writing.
    const show: Listener = (sentence) => {
      const id = next++
      setShown({ id, sentence })
      setTimeout(() => setShown((now) => (now?.id === id ? null : now)), visibleFor(sentence))
    }
    listeners.add(show)
    const left = sessionStorage.getItem(NEXT)
    if (left !== null) {
      sessionStorage.removeItem(NEXT)
      toast(left)
    }
    if (location.hash === JOINED) {
      history.replaceState(history.state, '', location.pathname + location.search)
      toast(t('own-part-joined'))
    }
    return () => void listeners.delete(show)
  }, [t])
  return (
    <div ref={box} className="np-toasts np-no-print" aria-hidden="true">
      {shown ? (
        <div key={shown.id} className="np-toast">
          {shown.sentence}
        </div>
      ) : null}
    </div>
  )
}
