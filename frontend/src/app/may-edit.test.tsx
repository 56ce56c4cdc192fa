import { render, screen } from '@testing-library/preact'
import { expect, it } from 'vitest'
import { Around } from '@/testing/render'
import { MayEdit } from './may-edit'

const page = (may: boolean) => (
  <Around>
    <MayEdit may={may}>
      <textarea aria-label="tekst" />
    </MayEdit>
  </Around>
)

it('shows no form to somebody who may not edit', () => {
  render(page(false))
  expect(screen.getByText('Hier mag u niet bij')).toBeTruthy()
  expect(screen.queryByLabelText('tekst')).toBeNull()
})

it('leaves the words in sight of somebody who no longer may', () => {
  const { rerender } = render(page(true))
  rerender(page(false))
  expect(screen.getByLabelText('tekst')).toBeTruthy()
})
