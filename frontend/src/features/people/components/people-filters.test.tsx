import { createEvent, fireEvent, render, screen } from '@testing-library/preact'
import { useState } from 'react'
import { expect, it, vi } from 'vitest'
import { Around, show } from '@/testing/render'
import { PeopleFilters } from './people-filters'

const EMPTY = { q: '', expertise: '', interest: '', region: '' }

/** What the address asks, which also changes by Back. */
function Page() {
  const [filter, setFilter] = useState(EMPTY)
  return (
    <>
      <PeopleFilters filter={filter} expertise={[]} interests={[]} regions={[]} onChange={(change) => setFilter({ ...filter, ...change })} />
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

it('looks for the words that stand there with each choice', () => {
  const onChange = vi.fn()
  const region = { id: 'r1', name: 'Zaanrade', kind: 'region' } as never
  show(<PeopleFilters filter={EMPTY} expertise={[]} interests={[]} regions={[region]} onChange={onChange} />)
  fireEvent.input(screen.getByRole('searchbox'), { target: { value: ' Abel ' } })
  const select = screen.getByLabelText('Regio')
  // `fireEvent.change` makes an input event of it.
  fireEvent(select, createEvent.change(select, { target: { value: 'r1' } }))
  expect(onChange).toHaveBeenCalledWith({ q: 'Abel', region: 'r1' })
})
