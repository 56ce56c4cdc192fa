import { fireEvent, render, screen } from '@testing-library/preact'
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

/** A dialog of which the test says when it sends, when it is refused and when it succeeds. */
function sending(hasFocus = true) {
  HTMLDialogElement.prototype.showModal = function (this: HTMLDialogElement) {
    this.open = true
  }
  const onClose = vi.fn()
  const page = (how: 'asks' | 'sends' | 'refused' | 'done') => (
    <Around>
      <button>Vraag</button>
      <input aria-label="Elders" />
      {how === 'done' ? null : (
        <Dialog title="Waarom?" onClose={onClose} actions={<Button busy={how === 'sends'}>Opslaan</Button>}>
          <TextField label="Naam" />
          <TextArea label="Reden" error={how === 'refused' ? 'Vul dit in.' : undefined} />
        </Dialog>
      )}
    </Around>
  )
  const { rerender } = render(page('done'))
  const becomes = (how: Parameters<typeof page>[0]) => rerender(page(how))
  if (hasFocus) screen.getByText('Vraag').focus()
  becomes('asks')
  becomes('sends')
  const isThere = () => document.querySelector('dialog')?.open
  return { onClose, becomes, isThere, cancel: () => fireEvent.click(screen.getByText('Annuleren')) }
}

it('comes back at what is wrong, to whoever closed it while it sent, when that is refused', () => {
  const { onClose, becomes, isThere, cancel } = sending()
  cancel()
  expect([isThere(), onClose.mock.calls]).toEqual([false, []])
  becomes('refused')
  expect(isThere()).toBe(true)
  expect(document.activeElement).toBe(field('Reden'))
  cancel()
  expect(onClose).toHaveBeenCalledOnce()
})

it('stays out of sight when it succeeds, and leaves its user where they went on', () => {
  const { becomes, isThere, cancel } = sending()
  cancel()
  becomes('sends')
  expect(isThere()).toBe(false)
  field('Elders').focus()
  becomes('done')
  expect(document.activeElement).toBe(field('Elders'))
})

it('is not brought back by a press elsewhere, where what opened it had no focus', () => {
  const { isThere, cancel } = sending(false)
  cancel()
  fireEvent.click(field('Elders'))
  expect(isThere()).toBe(false)
})

it('comes back to whoever asks for it again while it sends', () => {
  const { isThere, cancel } = sending()
  cancel()
  fireEvent.click(screen.getByText('Vraag'))
  expect(isThere()).toBe(true)
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
