import { type KeyboardEvent, useRef, useState } from 'react'
import { useI18n } from '@/i18n'
import { applyMark, type Mark } from '@/lib/markdown-marks'
import { Button } from './button'
import { ServerHtml } from './html'

interface Props {
  id: string
  label: string
  value: string
  area: { current: HTMLTextAreaElement | null }
  describedBy?: string
  error: string | null
  /** The server's renderer: there is no other. */
  render: (text: string) => Promise<string>
  onWrite: (text: string) => void
  onSubmit?: () => void
}

const MARKS = [
  ['bold', 'mark-bold'],
  ['italic', 'mark-italic'],
  ['list', 'mark-list'],
  ['quote', 'mark-quote'],
  ['link', 'mark-link'],
] as const

/** A plain textarea with a small toolbar; the server renders the preview, as it will render the post. */
export function Editor({ id, label, value, area, describedBy = '', error, render, onWrite, onSubmit }: Props) {
  const { t } = useI18n()
  const [preview, setPreview] = useState<string | null>(null)

  const mark = (kind: Mark) => {
    const field = area.current
    if (!field) return
    const next = applyMark({ text: value, start: field.selectionStart, end: field.selectionEnd }, kind)
    onWrite(next.text)
    requestAnimationFrame(() => {
      field.focus()
      field.setSelectionRange(next.start, next.end)
    })
  }
  const onKey = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    if (onSubmit && event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault()
      onSubmit()
    }
  }
  const togglePreview = () => {
    if (preview !== null) setPreview(null)
    else render(value).then(setPreview, () => setPreview(null))
  }

  return (
    <div className={`np-editor${error ? ' np-editor--invalid' : ''}`}>
      <label className="utrecht-form-label" htmlFor={id}>
        {label}
      </label>
      {error ? (
        <p className="utrecht-form-field-error-message" id={`${id}-error`}>
          {error}
        </p>
      ) : null}
      <div className="np-editor__bar">
        <Toolbar onMark={mark} hidden={preview !== null} />
        <Button appearance="subtle" aria-pressed={preview !== null} onClick={togglePreview}>
          {t(preview === null ? 'editor-preview' : 'editor-write')}
        </Button>
      </div>
      {preview === null ? (
        <textarea
          ref={area}
          id={id}
          className={`utrecht-textarea${error ? ' utrecht-textarea--invalid' : ''}`}
          dir="auto"
          rows={5}
          value={value}
          aria-describedby={`${error ? `${id}-error ` : ''}${describedBy}`.trim() || undefined}
          aria-invalid={error ? true : undefined}
          onInput={(event) => onWrite(event.currentTarget.value)}
          onKeyDown={onKey}
        />
      ) : (
        <section className="np-editor__preview" aria-label={t('editor-preview')}>
          <ServerHtml html={preview} />
        </section>
      )}
    </div>
  )
}

/** One stop for Tab; the arrow keys go from button to button. */
function Toolbar(props: { onMark: (mark: Mark) => void; hidden: boolean }) {
  const { t } = useI18n()
  const [current, setCurrent] = useState(0)
  const bar = useRef<HTMLDivElement>(null)
  const move = (event: KeyboardEvent) => {
    const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0
    if (step === 0) return
    event.preventDefault()
    const forward = getComputedStyle(event.currentTarget).direction === 'rtl' ? -step : step
    const next = (current + forward + MARKS.length) % MARKS.length
    setCurrent(next)
    bar.current?.querySelectorAll('button')[next]?.focus()
  }
  return (
    <div ref={bar} role="toolbar" className="np-editor__tools" aria-label={t('editor-toolbar')} hidden={props.hidden} onKeyDown={move}>
      {MARKS.map(([kind, key], index) => (
        <button key={kind} type="button" tabIndex={index === current ? 0 : -1} onFocus={() => setCurrent(index)} onClick={() => props.onMark(kind)}>
          {t(key)}
        </button>
      ))}
    </div>
  )
}
