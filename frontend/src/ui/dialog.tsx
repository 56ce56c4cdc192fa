import { type ReactNode, useEffect, useId, useRef } from 'react'
import { useI18n } from '@/i18n'
import { wayBack } from '@/lib/focus-kept'
import { Button } from './button'

const WRONG = '[aria-invalid="true"]'
const FIELD = 'input:not([type="hidden"]), select, textarea'

interface Props {
  title: string
  /** What it comes down to: read out with the title. */
  text?: ReactNode
  wide?: boolean
  onClose: () => void
  children?: ReactNode
  actions?: ReactNode
}

/**
 * A modal question. The browser keeps the focus inside and gives it back to the opener, or to where that was.
 * Closed while it sends, it is only out of sight: it comes back when what it sent is refused, and to whoever asks for it again.
 */
export function Dialog(props: Props) {
  const { t } = useI18n()
  const id = useId()
  const dialog = useRef<HTMLDialogElement>(null)
  const acts = useRef<HTMLDivElement>(null)
  const isAway = useRef(false)
  const isSending = () => acts.current?.querySelector('[aria-busy="true"]')
  const show = () => {
    isAway.current = false
    dialog.current?.showModal()
    // Never on what acts: who pressed Enter twice has not answered yet.
    const first = [WRONG, FIELD, 'h2'].map((place) => dialog.current?.querySelector<HTMLElement>(place)).find(Boolean)
    first?.focus()
  }
  const close = () => {
    if (!isSending()) return props.onClose()
    isAway.current = true
    dialog.current?.close()
  }
  useEffect(() => {
    // Not every browser gives a button that is clicked the focus.
    const opener = document.activeElement === document.body ? null : document.activeElement
    const back = wayBack()
    const again = () => (isAway.current ? show() : undefined)
    opener?.addEventListener('click', again)
    show()
    return () => {
      opener?.removeEventListener('click', again)
      // Who went on meanwhile stays there.
      if (!isAway.current) back()
    }
  }, [])
  useEffect(() => {
    if (isAway.current && !isSending()) show()
  })
  return (
    <dialog
      ref={dialog}
      className={`np-dialog${props.wide ? ' np-dialog--wide' : ''}`}
      aria-labelledby={id}
      aria-describedby={props.text ? `${id}-text` : undefined}
      onCancel={(event) => {
        // Whoever chooses no file after all cancels that choice, which comes by here too.
        if (event.target !== event.currentTarget) return
        event.preventDefault()
        close()
      }}
    >
      <div className="np-stack">
        <h2 id={id} tabIndex={-1}>
          {props.title}
        </h2>
        {props.text ? (
          <div id={`${id}-text`} className="np-stack">
            {props.text}
          </div>
        ) : null}
        {props.children}
        <div ref={acts} className="np-row">
          {props.actions}
          <Button appearance="secondary" onClick={close}>
            {t(props.actions ? 'action-cancel' : 'action-close')}
          </Button>
        </div>
      </div>
    </dialog>
  )
}
