import { fireEvent, render, screen } from '@testing-library/preact'
import { beforeEach, expect, it, vi } from 'vitest'
import { Around } from '@/testing/render'
import { Quiet } from './lists'
import type { QuietOne } from './quiet-person'

vi.mock('idb-keyval', () => import('@/testing/idb-keyval'))

beforeEach(() => {
  HTMLDialogElement.prototype.showModal = function (this: HTMLDialogElement) {
    this.open = true
  }
})

it('keeps the note in which one writes when who it is for has spoken meanwhile', async () => {
  const one: QuietOne = { person: 'p1', name: 'Tineke', canInvite: true, invitedAt: null, refuses: false }
  const list = (quiet: QuietOne[]) => (
    <Around>
      <Quiet tenant="ess" thread="t1" owner="w" quiet={quiet} onWritten={vi.fn()} />
    </Around>
  )
  const { rerender } = render(list([one]))
  fireEvent.click(screen.getByRole('button'))
  const words = await screen.findByRole<HTMLTextAreaElement>('textbox')
  fireEvent.input(words, { target: { value: 'Wat vind jij?' } })
  rerender(list([]))
  expect(screen.getByRole<HTMLTextAreaElement>('textbox').value).toBe('Wat vind jij?')
})
