import { type KeyboardEvent, useRef, useState } from 'react'
import { type PlainKey, useI18n } from '@/i18n'
import { COMMAND } from '@/lib/command-key'
import type { Mark } from '@/lib/markdown-marks'

/** The key that does the same in the text, with the command key. */
export const MARK_KEYS: Partial<Record<string, Mark>> = { b: 'bold', i: 'italic', k: 'link' }

const FIRST: readonly Mark[] = ['bold', 'italic', 'link']
const REST: readonly Mark[] = ['heading', 'list', 'numbers', 'quote']
const NAMES: Record<Mark, PlainKey> = {
  bold: 'mark-bold',
  italic: 'mark-italic',
  link: 'mark-link',
  heading: 'mark-heading',
  list: 'mark-list',
  numbers: 'mark-numbers',
  quote: 'mark-quote',
}

interface Props {
  area: string
  /** What the field is called that it marks in. */
  describedBy: string
  headings: boolean
  hidden: boolean
  onMark: (mark: Mark) => void
}

/** One stop for Tab; the arrow keys go from button to button. On a narrow screen the rest folds out. */
export function EditorToolbar({ area, describedBy, headings, hidden, onMark }: Props) {
  const { t } = useI18n()
  const [current, setCurrent] = useState<Mark | 'more'>('bold')
  const [open, setOpen] = useState(false)
  const bar = useRef<HTMLDivElement>(null)
  const move = (event: KeyboardEvent<HTMLDivElement>) => {
    const shown = [...(bar.current?.querySelectorAll('button') ?? [])].filter((button) => button.getClientRects().length > 0)
    const at = shown.indexOf(document.activeElement as HTMLButtonElement)
    const next = neighbour(event, at, shown.length)
    if (at < 0 || next === null) return
    event.preventDefault()
    shown[next]?.focus()
  }
  const button = (mark: Mark) => {
    const key = Object.entries(MARK_KEYS).find(([, does]) => does === mark)?.[0]?.toUpperCase()
    return (
      <button
        key={mark}
        type="button"
        className={REST.includes(mark) ? 'np-editor__rest' : undefined}
        tabIndex={mark === current ? 0 : -1}
        title={key ? `${t(NAMES[mark])} (${COMMAND.shown}+${key})` : undefined}
        aria-keyshortcuts={key ? `${COMMAND.spoken}+${key}` : undefined}
        onFocus={() => setCurrent(mark)}
        onClick={() => onMark(mark)}
      >
        {t(NAMES[mark])}
      </button>
    )
  }
  return (
    <div
      ref={bar}
      role="toolbar"
      className={`np-editor__tools${open ? ' np-editor__tools--open' : ''}`}
      aria-label={t('editor-toolbar')}
      aria-describedby={describedBy}
      aria-controls={area}
      hidden={hidden}
      onKeyDown={move}
      // Whatever folds in meanwhile, Tab comes back to a button that is there.
      onBlurCapture={(event) => (bar.current?.contains(event.relatedTarget as Node | null) ? undefined : setCurrent('bold'))}
    >
      {FIRST.map(button)}
      <button
        type="button"
        className="np-editor__more"
        tabIndex={current === 'more' ? 0 : -1}
        aria-expanded={open}
        onFocus={() => setCurrent('more')}
        onClick={() => setOpen(!open)}
      >
        {t('editor-more')}
      </button>
      {REST.filter((mark) => headings || mark !== 'heading').map(button)}
    </div>
  )
}

function neighbour(event: KeyboardEvent<HTMLDivElement>, at: number, many: number): number | null {
  const forward = getComputedStyle(event.currentTarget).direction === 'rtl' ? -1 : 1
  switch (event.key) {
    case 'ArrowRight':
      return (at + forward + many) % many
    case 'ArrowLeft':
      return (at - forward + many) % many
    case 'Home':
      return 0
    case 'End':
      return many - 1
    default:
      return null
  }
}
