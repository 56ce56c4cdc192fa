import { fireEvent, screen } from '@testing-library/preact'
import { beforeEach, expect, it, vi } from 'vitest'
import { Around, show } from '@/testing/render'
import { Button } from './button'
import { Dialog } from './dialog'
import { Choice, Select, TextArea, TextField } from './field'

beforeEach(() => {
  HTMLDialogElement.prototype.showModal = () => undefined
})

const asked = (busy: boolean) => (
  <Dialog title="Waarom?" onClose={() => undefined} actions={<Button busy={busy}>Opslaan</Button>}>
    <TextArea label="Reden" />
    <TextField label="Naam" />
    <Select label="Soort">
      <option>Vraag</option>
    </Select>
    <Choice type="checkbox" label="Ook per mail" />
    <Choice type="radio" name="wie" label="Iedereen" />
  </Dialog>
)
const field = (label: string) => screen.getByLabelText<HTMLInputElement>(label)
const press = (label: string, key: string) => fireEvent.keyDown(field(label), { key })
const tick = (label: string) => {
  fireEvent.click(field(label))
  return field(label).checked
}

it('takes nothing in while what was written is on its way, and everything before and after', () => {
  const { rerender } = show(asked(false))
  const takesIn = (yes: boolean) => {
    for (const label of ['Reden', 'Naam']) expect(field(label).readOnly, label).toBe(!yes)
    for (const label of ['Soort', 'Ook per mail', 'Iedereen']) expect(field(label).getAttribute('aria-disabled'), label).toBe(yes ? null : 'true')
    // A list that opens by a key or the mouse opens no more.
    expect(press('Soort', 'ArrowDown')).toBe(yes)
    expect(fireEvent.mouseDown(field('Soort'))).toBe(yes)
  }
  takesIn(true)
  rerender(<Around>{asked(true)}</Around>)
  takesIn(false)
  expect(tick('Ook per mail')).toBe(false)
  expect(tick('Iedereen')).toBe(false)
  rerender(<Around>{asked(false)}</Around>)
  takesIn(true)
  expect(tick('Ook per mail')).toBe(true)
  expect(tick('Iedereen')).toBe(true)
})

it('stays when somebody chooses no file after all', () => {
  const onClose = vi.fn()
  show(
    <Dialog title="Welke lijst?" onClose={onClose}>
      <TextField label="Bestand" type="file" />
    </Dialog>,
  )
  fireEvent(field('Bestand'), new Event('cancel', { bubbles: true }))
  expect(onClose).not.toHaveBeenCalled()
})

it('leaves the focus where it is while it waits, and lets it go on by keyboard', () => {
  const { rerender } = show(asked(false))
  field('Soort').focus()
  rerender(<Around>{asked(true)}</Around>)
  expect(document.activeElement).toBe(field('Soort'))
  expect(press('Soort', 'Tab')).toBe(true)
  expect(press('Soort', 'Escape')).toBe(true)
})

it('begins at its first field, and without one at its title: never at what acts', () => {
  const { unmount } = show(asked(false))
  expect(document.activeElement).toBe(field('Reden'))
  unmount()
  show(<Dialog title="Wilt u dit openen?" text={<p>Iedereen leest het dan.</p>} onClose={() => undefined} actions={<Button>Open</Button>} />)
  expect(document.activeElement).toBe(screen.getByText('Wilt u dit openen?'))
})

it('is read out with what it comes down to', () => {
  show(<Dialog title="Wilt u dit openen?" text={<p>Iedereen leest het dan.</p>} onClose={() => undefined} actions={<Button>Open</Button>} />)
  const described = document.querySelector('dialog')?.getAttribute('aria-describedby')
  expect(document.getElementById(described ?? '')?.textContent).toBe('Iedereen leest het dan.')
})
