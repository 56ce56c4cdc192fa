import { type ClipboardEvent, type KeyboardEvent, type ReactNode, useEffect, useLayoutEffect, useRef, useState } from 'react'
import { useI18n } from '@/i18n'
import { announce } from '@/lib/announcer'
import { isCommand } from '@/lib/command-key'
import { useGoToFault } from '@/lib/first-fault'
import { applyMark, type Mark, nextLine } from '@/lib/markdown-marks'
import { pasted } from '@/lib/markdown-paste'
import { carryOut, grow, selectionOf } from '@/lib/textarea'
import { Button } from './button'
import { EditorToolbar, MARK_KEYS } from './editor-toolbar'
import { Expander, type Suggestions } from './expander'
import { Optional } from './field'
import { ServerHtml } from './html'
import { Left, leftOf } from './left'

interface Props {
  id: string
  label: string
  hint?: string
  value: string
  area?: { current: HTMLTextAreaElement | null }
  describedBy?: string
  error: string | null
  optional?: boolean | undefined
  required?: boolean | undefined
  rows?: number
  /** As many characters as the server takes. */
  limit?: number
  /** Only for a text that is long enough for them. */
  headings?: boolean
  /** When it is known, and need not be that of the page. */
  language?: { lang: string; dir: 'ltr' | 'rtl' } | undefined
  /** The server's renderer: there is no other. Not for a part of a text that is previewed as a whole. */
  render?: (text: string) => Promise<string>
  /** What a sign with a few letters behind it may become. */
  suggest?: Suggestions
  /** What else one adds, beside what one marks in the text. */
  tools?: ReactNode
  /** What is pasted and is no text. */
  onFiles?: ((files: File[]) => void) | undefined
  onWrite: (text: string) => void
  onSubmit?: () => void
}

type Preview = { html: string } | 'failed' | null

/** Where Markdown is typed: a plain textarea with a small toolbar; the server renders the preview, as it will render the text. */
export function Editor({ id, label, hint, value, area, describedBy, error, optional, required, rows = 5, limit, headings = false, language, render, suggest, tools, onFiles, onWrite, onSubmit }: Props) {
  const { t } = useI18n()
  const own = useRef<HTMLTextAreaElement | null>(null)
  const field = area ?? own
  const [preview, setPreview] = useState<Preview>(null)
  const keys = useEditing(onSubmit, onFiles)
  useGoToFault(error)
  // Who sent it with a key is there already, and hears nothing of what now stands above it.
  useEffect(() => {
    if (error && document.activeElement === field.current) announce(error)
  }, [error, field])
  /** What is asked for now: an answer about an older text would hide the one that is being typed. */
  const wanted = useRef(0)
  // A text that changes from elsewhere, or has a fault, is looked at where it is written.
  useEffect(() => {
    setPreview(null)
    return () => void (wanted.current += 1)
  }, [value, error])
  useLayoutEffect(() => {
    if (field.current) grow(field.current)
  }, [field, value])

  const mark = (kind: Mark) => {
    if (field.current) carryOut(field.current, applyMark(selectionOf(field.current), kind))
  }
  const show = (shown: Exclude<Preview, null>) => {
    setPreview(shown)
    announce(t(SAID[insteadOf(shown) ?? 'shown']))
  }
  const togglePreview = () => {
    if (preview !== null) return setPreview(null)
    const asked = (wanted.current += 1)
    const come = (shown: Exclude<Preview, null>) => (asked === wanted.current ? show(shown) : undefined)
    void render?.(value).then((html) => come({ html }), () => come('failed'))
  }
  const left = leftOf(value, limit)
  const described = [hint ? `${id}-hint` : '', error ? `${id}-error` : '', left === null ? '' : `${id}-left`, describedBy ?? ''].filter(Boolean).join(' ')
  const text = (
    <textarea
      ref={field}
      id={id}
      className={`utrecht-textarea${error ? ' utrecht-textarea--invalid' : ''}`}
      dir="auto"
      {...language}
      rows={rows}
      value={value}
      // It keeps its place, its caret and what can be undone while the preview is looked at.
      hidden={preview !== null}
      aria-describedby={described || undefined}
      aria-invalid={error ? true : undefined}
      aria-required={required || undefined}
      onInput={(event) => onWrite(event.currentTarget.value)}
      {...keys}
    />
  )
  return (
    <div className={`np-editor${error ? ' np-editor--invalid' : ''}`}>
      <label className="utrecht-form-label" id={`${id}-label`} htmlFor={id}>
        {label}
        {optional ? <Optional /> : null}
      </label>
      {hint ? (
        <p className="utrecht-form-field-description" id={`${id}-hint`}>
          {hint}
        </p>
      ) : null}
      {error ? (
        <p className="utrecht-form-field-error-message" id={`${id}-error`}>
          {error}
        </p>
      ) : null}
      <div className="np-editor__bar">
        <EditorToolbar area={id} describedBy={`${id}-label`} headings={headings} hidden={preview !== null} onMark={mark} />
        {tools}
        {render ? (
          <Button appearance="subtle" onClick={togglePreview}>
            {t(preview === null ? 'editor-preview' : 'editor-write')}
          </Button>
        ) : null}
      </div>
      {suggest ? <Expander suggest={suggest}>{text}</Expander> : text}
      {preview === null ? null : <PreviewOf preview={preview} language={language} />}
      {left === null ? null : <Left id={`${id}-left`} left={left} />}
    </div>
  )
}

/** What is said of a preview, and instead of one. */
const SAID = { shown: 'editor-preview-shown', failed: 'editor-preview-failed', empty: 'editor-preview-empty' } as const

function insteadOf(preview: Exclude<Preview, null>): 'failed' | 'empty' | null {
  if (preview === 'failed') return preview
  return preview.html === '' ? 'empty' : null
}

function PreviewOf({ preview, language }: { preview: Exclude<Preview, null>; language: Props['language'] }) {
  const { t } = useI18n()
  const said = insteadOf(preview)
  return (
    <section className="np-editor__preview" aria-label={t('editor-preview')}>
      {said ? <p className="np-soft">{t(SAID[said])}</p> : null}
      {preview === 'failed' ? null : <ServerHtml html={preview.html} language={language} />}
    </section>
  )
}

/** What keys and pasting do in the text. */
function useEditing(onSubmit: (() => void) | undefined, onFiles: Props['onFiles']) {
  const { t } = useI18n()
  const asItIs = useRef(false)
  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    const field = event.currentTarget
    // A list is open: the keys are for what is chosen there.
    if (field.ariaExpanded === 'true') return
    // Pasting with Shift is asking for the bare text.
    asItIs.current = event.shiftKey
    if (onSubmit && event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault()
      return onSubmit()
    }
    const mark = isCommand(event) && !event.shiftKey ? MARK_KEYS[event.key.toLowerCase()] : undefined
    const isEnter = event.key === 'Enter' && !event.shiftKey && !event.ctrlKey && !event.metaKey && !event.altKey && !isComposing(event)
    const change = mark ? applyMark(selectionOf(field), mark) : isEnter ? nextLine(selectionOf(field)) : null
    if (!change) return
    event.preventDefault()
    carryOut(field, change)
  }
  const onPaste = (event: ClipboardEvent<HTMLTextAreaElement>) => {
    const { clipboardData, currentTarget: field } = event
    const files = [...clipboardData.files]
    // Cells and pages come with a picture of themselves: there the text is meant.
    if (onFiles && files.length > 0 && clipboardData.getData('text/plain') === '') {
      event.preventDefault()
      return onFiles(files)
    }
    if (asItIs.current) return
    const better = pasted(selectionOf(field), clipboardData.getData('text/plain'), clipboardData.getData('text/html'))
    if (!better) return
    event.preventDefault()
    carryOut(field, better.change)
    announce(t(better.as === 'link' ? 'editor-pasted-link' : 'editor-pasted-table'))
  }
  return { onKeyDown, onPaste }
}

/** Some languages are typed by choosing: there Enter is the choice. */
const isComposing = (event: KeyboardEvent): boolean => (event as unknown as { isComposing?: boolean }).isComposing === true
