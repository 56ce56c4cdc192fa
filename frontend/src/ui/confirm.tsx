import { type ReactNode, useState } from 'react'
import { Button } from './button'
import { Dialog } from './dialog'
import { Refused } from './refused'

interface Props {
  /** What the button says; the question repeats it. */
  label: string
  /** What the button is called among others that say the same. */
  name?: string
  title: string
  children: ReactNode
  act: () => Promise<unknown>
  onDone: () => void
}

/** An act that cannot be taken back, asked once. */
export function ConfirmButton({ label, name, title, children, act, onDone }: Props) {
  const [open, setOpen] = useState(false)
  const [busy, setBusy] = useState(false)
  const [fault, setFault] = useState<unknown>(null)
  const confirm = async () => {
    setBusy(true)
    setFault(null)
    try {
      await act()
      setOpen(false)
      onDone()
    } catch (error) {
      setFault(error)
    } finally {
      setBusy(false)
    }
  }
  const ask = () => {
    setFault(null)
    setOpen(true)
  }
  return (
    <>
      <Button appearance="subtle" danger aria-label={name} onClick={ask}>
        {label}
      </Button>
      {open ? (
        <Dialog
          title={title}
          onClose={() => setOpen(false)}
          actions={
            <Button appearance="primary" danger busy={busy} onClick={() => void confirm()}>
              {label}
            </Button>
          }
          text={<p>{children}</p>}
        >
          <Refused error={fault} />
        </Dialog>
      ) : null}
    </>
  )
}
