import { useEffect, useId, useRef } from 'react'
import { useI18n } from '@/i18n'
import { announce } from '@/lib/announcer'

export interface SummaryEntry {
  /** The id of the field; absent when the fault belongs to no field on the page. */
  field: string | null
  sentence: string
}

const isTyping = (): boolean => document.activeElement?.matches('textarea, input:not([type="checkbox"], [type="radio"])') ?? false

interface Props {
  entries: SummaryEntry[]
  /** Of a form that saves itself: nobody asked for this by pressing something, and whoever is typing goes on and hears it. */
  bySelf?: boolean
}

/** All that is wrong with a form, on top of it and everywhere by the same name, each a link to its field; it takes the focus when it appears. */
export function ErrorSummary(props: Props) {
  const { t } = useI18n()
  const { bySelf = false } = props
  const id = useId()
  const box = useRef<HTMLDivElement>(null)
  const known = useRef<readonly string[]>([])
  // A page makes its entries anew whenever somebody types, and leaves out what is mended; only other faults take the focus.
  const said = props.entries.map((entry) => entry.sentence).join('\n')
  useEffect(() => {
    const now = said.split('\n')
    const isNew = now.some((sentence) => !known.current.includes(sentence))
    known.current = now
    if (!isNew) return
    if (bySelf && isTyping()) announce(now.join(' '))
    else box.current?.focus()
  }, [said, bySelf])
  return (
    <div ref={box} className="utrecht-alert utrecht-alert--error" tabIndex={-1} role="group" aria-labelledby={id}>
      <div className="utrecht-alert__content">
        <h2 id={id}>{t('error-summary-name')}</h2>
        <ul>
          {props.entries.map((entry) => (
            <li key={`${entry.field ?? ''} ${entry.sentence}`}>{entry.field ? <a href={`#${entry.field}`}>{entry.sentence}</a> : entry.sentence}</li>
          ))}
        </ul>
      </div>
    </div>
  )
}
