import { fireEvent, screen } from '@testing-library/preact'
import { useState } from 'react'
import { expect, it } from 'vitest'
import { show } from '@/testing/render'
import { ErrorSummary } from './error-summary'

function Form() {
  const [name, setName] = useState('')
  return (
    <>
      <ErrorSummary entries={[...(name === '' ? [{ field: 'name', sentence: 'Vul een naam in.' }] : []), { field: 'place', sentence: name === 'X' ? 'Zo heet het niet.' : 'Vul een plaats in.' }]} />
      <input id="name" aria-label="Naam" value={name} onInput={(event) => setName(event.currentTarget.value)} />
    </>
  )
}

it('takes the focus when it appears, and leaves it to whoever mends the fault', () => {
  show(<Form />)
  expect(document.activeElement).toBe(screen.getByRole('group', { name: screen.getByRole('heading').textContent ?? '' }))
  const field = screen.getByLabelText('Naam')
  field.focus()
  fireEvent.input(field, { target: { value: 'F' } })
  expect(screen.queryByText('Vul een naam in.')).toBeNull()
  expect(document.activeElement).toBe(field)
  fireEvent.input(field, { target: { value: 'X' } })
  expect(document.activeElement, 'another fault').toBe(screen.getByRole('group'))
})
