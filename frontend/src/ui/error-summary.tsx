import { useEffect, useId, useRef } from 'react'
import { useI18n } from '@/i18n'

export interface SummaryEntry {
  /** The id of the field; absent when the fault belongs to no field on the page. */
  field: string | null
  sentence: string
}

/** All that is wrong with a form, on top of it and everywhere by the same name, each a link to its field; it takes the focus when it appears. */
export function ErrorSummary(props: { entries: SummaryEntry[] }) {
  const { t } = useI18n()
  const id = useId()
  const box = useRef<HTMLDivElement>(null)
  const known = useRef<readonly string[]>([])
  // A page makes its entries anew whenever somebody types, and leaves out what is mended; only other faults take the focus.
  const said = props.entries.map((entry) => entry.sentence).join('\n')
  useEffect(() => {
    const now = said.split('\n')
    const isNew = now.some((sentence) => !known.current.includes(sentence))
    known.current = now
    if (isNew) box.current?.focus()
  }, [said])
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
