import { screen } from '@testing-library/preact'
import { expect, it } from 'vitest'
import { Around, show } from '@/testing/render'
import { Button } from './button'
import { Dialog } from './dialog'

it('takes nothing in while what was written is on its way, and everything before and after', () => {
  HTMLDialogElement.prototype.showModal = () => undefined
  const asked = (busy: boolean) => (
    <Dialog title="Waarom?" onClose={() => undefined} actions={<Button busy={busy}>Opslaan</Button>}>
      <textarea aria-label="Reden" />
    </Dialog>
  )
  const { rerender } = show(asked(false))
  const mayType = () => screen.getByLabelText('Reden').dispatchEvent(new InputEvent('beforeinput', { bubbles: true, cancelable: true }))
  expect(mayType()).toBe(true)
  rerender(<Around>{asked(true)}</Around>)
  expect(mayType()).toBe(false)
  rerender(<Around>{asked(false)}</Around>)
  expect(mayType()).toBe(true)
})
