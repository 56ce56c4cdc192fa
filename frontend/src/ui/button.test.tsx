import { fireEvent, render, screen } from '@testing-library/preact'
import { expect, it, vi } from 'vitest'
import { Button } from './button'

/** As a browser tells it: the second click says that it is the second. */
function clickTwice() {
  const button = screen.getByRole('button')
  fireEvent.click(button, { detail: 1 })
  fireEvent.click(button, { detail: 2 })
}

it('acts once on a double click, and again when it is pressed again', () => {
  const act = vi.fn()
  render(<Button busy={false} onClick={act} />)
  clickTwice()
  expect(act).toHaveBeenCalledTimes(1)
  fireEvent.click(screen.getByRole('button'), { detail: 1 })
  expect(act).toHaveBeenCalledTimes(2)
})

it('sends a form once on a double click', () => {
  const send = vi.fn((event: Event) => event.preventDefault())
  render(
    <form onSubmit={send as never}>
      <Button type="submit" busy={false} />
    </form>,
  )
  clickTwice()
  expect(send).toHaveBeenCalledTimes(1)
})

it('does as often as it is pressed what takes no time', () => {
  const act = vi.fn()
  render(<Button onClick={act} />)
  clickTwice()
  expect(act).toHaveBeenCalledTimes(2)
})
