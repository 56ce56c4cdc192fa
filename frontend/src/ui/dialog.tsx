import { type ReactNode, useEffect, useId, useRef } from 'react'
import { useI18n } from '@/i18n'
import { wayBack } from '@/lib/focus-kept'
import { Button } from './button'

/** A modal question. The browser keeps the focus inside and gives it back to the opener, or to where that was. */
export function Dialog(props: { title: string; wide?: boolean; onClose: () => void; children: ReactNode; actions?: ReactNode }) {
  const { t } = useI18n()
  const id = useId()
  const dialog = useRef<HTMLDialogElement>(null)
  useEffect(() => {
    const back = wayBack()
    dialog.current?.showModal()
    return back
  }, [])
  return (
    <dialog
      ref={dialog}
      className={`np-dialog${props.wide ? ' np-dialog--wide' : ''}`}
      aria-labelledby={id}
      onCancel={(event) => {
        event.preventDefault()
        props.onClose()
      }}
    >
      <div className="np-stack">
        <h2 id={id}>{props.title}</h2>
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
