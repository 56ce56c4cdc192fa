import { act, fireEvent, screen } from '@testing-library/preact'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { onAnnouncement } from '@/lib/announcer'
import { show } from '@/testing/render'
import { Undo } from './undo'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => vi.useRealTimers())

const pass = (seconds: number) => act(() => void vi.advanceTimersByTime(seconds * 1000))
const begin = () => {
  const onGone = vi.fn()
  show(<Undo sentence="Uw bijdrage is geplaatst." busy={false} onUndo={() => undefined} onGone={onGone} />)
  return onGone
}

it('says aloud what was done, and that it can be undone', () => {
  const said: string[] = []
  const stop = onAnnouncement((sentence) => said.push(sentence))
  const onGone = begin()
  pass(9)
  expect(said).toEqual(['Uw bijdrage is geplaatst. U kunt dit nog 10 seconden ongedaan maken. Gaat u met Tab naar de knop? Dan wacht die op u.'])
  expect(onGone).not.toHaveBeenCalled()
  pass(1)
  expect(onGone).toHaveBeenCalled()
  stop()
})

it('gives who goes there by Tab the time, and stays for as long as they are on it', () => {
  const onGone = begin()
  pass(8)
  fireEvent.keyDown(document.body, { key: 'Tab', shiftKey: true })
  pass(8)
  fireEvent.keyDown(document.body, { key: 'x' })
  screen.getByRole('button').focus()
  pass(30)
  expect(onGone).not.toHaveBeenCalled()
  screen.getByRole('button').blur()
  pass(2)
  expect(onGone).toHaveBeenCalled()
})
