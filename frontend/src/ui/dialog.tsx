import { type ReactNode, useEffect, useId, useRef } from 'react'
import { useI18n } from '@/i18n'
import { wayBack } from '@/lib/focus-kept'
import { Button } from './button'

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

/** A modal question. The browser keeps the focus inside and gives it back to the opener, or to where that was. */
export function Dialog(props: Props) {
  const { t } = useI18n()
  const id = useId()
  const dialog = useRef<HTMLDialogElement>(null)
  useEffect(() => {
    const back = wayBack()
    dialog.current?.showModal()
    // Never on what acts: who pressed Enter twice has not answered yet.
    const first = dialog.current?.querySelector<HTMLElement>(FIELD) ?? dialog.current?.querySelector('h2')
    first?.focus()
    return back
  }, [])
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
        props.onClose()
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
        <div className="np-row">
          {props.actions}
          <Button appearance="secondary" onClick={props.onClose}>
            {t(props.actions ? 'action-cancel' : 'action-close')}
          </Button>
        </div>
      </div>
    </dialog>
  )
}
