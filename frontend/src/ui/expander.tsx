import { createElement, type ReactNode, useEffect, useRef } from 'react'
import type { Change } from '@/lib/markdown-marks'
import { carryOut } from '@/lib/textarea'

/** What a few letters behind a sign may become. */
export interface Suggestion {
  label: string
  /** What tells it from another with the same name. */
  hint?: string | undefined
  /** What then stands in the text. */
  becomes: string
}

/** A sign, and what may follow from the letters behind it. */
export type Suggestions = Partial<Record<'@' | '#' | ':', (letters: string) => Promise<readonly Suggestion[]>>>

interface ChangeDetail {
  key: string
  text: string
  provide: (found: Promise<{ matched: boolean; fragment?: HTMLElement }>) => void
}

interface ValueDetail {
  item: HTMLElement
}

/** Only when it was loaded does it know how to. */
type ExpanderElement = HTMLElement & { dismiss?: () => void }

interface Props {
  suggest: Suggestions
  children: ReactNode
}

/** Names may be of several words; an emoji is not. */
const KEYS = '@ # :'
const SEVERAL_WORDS = '@ #'

/** A text field in which a sign opens a list: a combobox for the keyboard and for screen readers. */
export function Expander({ suggest, children }: Props) {
  const frame = useRef<ExpanderElement>(null)
  const latest = useRef(suggest)
  latest.current = suggest
  const typed = useRef('')

  useEffect(() => {
    const element = frame.current
    if (!element) return
    const onChange = (event: Event) => {
      const { key, text, provide } = (event as CustomEvent<ChangeDetail>).detail
      const now = key + text
      typed.current = now
      // An answer to what was typed before does not take the place of a newer one: it never comes.
      provide(listOf(latest.current, key, text).then((found) => (typed.current === now ? found : new Promise<never>(() => undefined))))
    }
    const onValue = (event: Event) => {
      // Its own way cannot be undone by whoever types.
      event.preventDefault()
      const { becomes } = (event as CustomEvent<ValueDetail>).detail.item.dataset
      const field = element.querySelector('textarea')
      element.dismiss?.()
      if (field && becomes !== undefined) carryOut(field, instead(field, typed.current, `${becomes} `))
    }
    void import('@github/text-expander-element').catch(() => undefined)
    element.addEventListener('text-expander-change', onChange)
    element.addEventListener('text-expander-value', onValue)
    return () => {
      element.removeEventListener('text-expander-change', onChange)
      element.removeEventListener('text-expander-value', onValue)
    }
  }, [])

  return createElement('text-expander', { ref: frame, keys: KEYS, multiword: SEVERAL_WORDS }, children)
}

/** The sign and the letters before the caret become what was chosen. */
function instead({ value, selectionEnd }: HTMLTextAreaElement, typed: string, insert: string): Change {
  const from = Math.max(0, value.lastIndexOf(typed, selectionEnd - typed.length))
  const end = from + insert.length
  return { from, to: from + typed.length, insert, start: end, end }
}

/** Nobody waits for suggestions: a fault is none. */
async function listOf(suggest: Suggestions, key: string, letters: string) {
  const found = await suggest[key as '@' | '#' | ':']?.(letters).catch(() => [])
  return found && found.length > 0 ? { matched: true, fragment: drawn(found) } : { matched: false }
}

function drawn(found: readonly Suggestion[]): HTMLElement {
  const list = document.createElement('ul')
  list.role = 'listbox'
  list.className = 'np-suggestions'
  list.append(
    ...found.map(({ label, hint, becomes }, number) => {
      const item = document.createElement('li')
      item.role = 'option'
      item.id = `np-suggestion-${String(number)}`
      item.dataset.becomes = becomes
      item.append(label)
      if (hint) {
        const beside = document.createElement('span')
        beside.className = 'np-soft np-small'
        beside.append(` ${hint}`)
        item.append(beside)
      }
      return item
    }),
  )
  return list
}
