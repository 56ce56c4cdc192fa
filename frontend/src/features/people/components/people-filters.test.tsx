import { createEvent, fireEvent, screen } from '@testing-library/preact'
import { expect, it, vi } from 'vitest'
import { show } from '@/testing/render'
import { PeopleFilters } from './people-filters'

it('looks for the words that stand there with each choice', () => {
  const onChange = vi.fn()
  const region = { id: 'r1', name: 'Zaanrade', kind: 'region' } as never
  show(<PeopleFilters filter={{ q: '', expertise: '', interest: '', region: '' }} expertise={[]} interests={[]} regions={[region]} onChange={onChange} />)
  fireEvent.input(screen.getByLabelText('Naam of onderwerp'), { target: { value: ' Abel ' } })
  const select = screen.getByLabelText('Regio')
  // `fireEvent.change` makes an input event of it.
  fireEvent(select, createEvent.change(select, { target: { value: 'r1' } }))
  expect(onChange).toHaveBeenCalledWith({ q: 'Abel', region: 'r1' })
})
