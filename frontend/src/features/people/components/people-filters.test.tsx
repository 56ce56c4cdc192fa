import { fireEvent, render, screen } from '@testing-library/preact'
import { useState } from 'react'
import { expect, it } from 'vitest'
import { Around } from '@/testing/render'
import { PeopleFilters } from './people-filters'

const EMPTY = { q: '', expertise: '', interest: '', region: '' }

/** What the address asks, which also changes by Back. */
function Page() {
  const [filter, setFilter] = useState(EMPTY)
  return (
    <>
      <PeopleFilters filter={filter} expertise={[]} interests={[]} regions={[]} onChange={(name, value) => setFilter({ ...filter, [name]: value })} />
      <output>{filter.q}</output>
      <button onClick={() => setFilter(EMPTY)}>Terug</button>
    </>
  )
}

it('leaves the focus in the field from which one searches, and shows what the address asks', () => {
  render(
    <Around>
      <Page />
    </Around>,
  )
  const field = screen.getByRole<HTMLInputElement>('searchbox')
  field.focus()
  fireEvent.input(field, { target: { value: ' brug ' } })
  fireEvent.submit(field.form as HTMLFormElement)
  expect(screen.getByRole('status').textContent).toBe('brug')
  expect(document.activeElement).toBe(field)
  fireEvent.click(screen.getByText('Terug'))
  expect(field.isConnected).toBe(true)
  expect(field.value).toBe('')
})
