import { fireEvent, screen } from '@testing-library/preact'
import { useState } from 'react'
import { expect, it } from 'vitest'
import { onAnnouncement } from '@/lib/announcer'
import { show } from '@/testing/render'
import { ErrorSummary } from './error-summary'

function Form({ bySelf = false }) {
  const [name, setName] = useState('')
  return (
    <>
      <ErrorSummary bySelf={bySelf} entries={[...(name === '' ? [{ field: 'name', sentence: 'Vul een naam in.' }] : []), { field: 'place', sentence: name === 'X' ? 'Zo heet het niet.' : 'Vul een plaats in.' }]} />
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

it('takes nobody from what they type in a form that saves itself, and says it aloud', () => {
  show(<Form bySelf />)
  const heard: string[] = []
  const stop = onAnnouncement((sentence) => heard.push(sentence))
  const field = screen.getByLabelText('Naam')
  field.focus()
  fireEvent.input(field, { target: { value: 'X' } })
  expect(document.activeElement).toBe(field)
  expect(heard).toEqual(['Zo heet het niet.'])
  stop()
})
