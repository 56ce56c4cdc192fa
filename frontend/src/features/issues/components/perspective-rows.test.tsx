import { fireEvent, screen, waitFor } from '@testing-library/preact'
import { useState } from 'react'
import { expect, it } from 'vitest'
import { onAnnouncement } from '@/lib/announcer'
import { Around, show } from '@/testing/render'
import type { Fields } from '../form'
import { PerspectiveRows } from './perspective-rows'

function Form({ names }: { names: string[] }) {
  const [rows, setRows] = useState<Fields['perspectives']>(() => names.map((name) => ({ id: null, name, experience: '', need: 'needed', wanted: 2 })))
  return <PerspectiveRows rows={rows} errors={[]} onChange={setRows} />
}
const goesTo = (label: string) => waitFor(() => expect(document.activeElement).toBe(screen.getByLabelText(label)))

it('goes on in the first field of a new row', async () => {
  show(<Form names={['Winkelier']} />)
  fireEvent.click(screen.getByRole('button', { name: 'Perspectief toevoegen' }))
  await goesTo('Perspectief 2')
})

it('says which row is gone, and goes on in the one before, or else at the button that adds one', async () => {
  const said: string[] = []
  const stop = onAnnouncement((sentence) => said.push(sentence.replaceAll(/[\u2068\u2069]/g, '')))
  show(<Form names={['Winkelier', 'Bewoner', '']} />)
  expect(screen.getByRole('group', { name: /^Perspectief .*2.*: .*Bewoner/ }).querySelector('textarea')).not.toBeNull()
  fireEvent.click(screen.getByRole('button', { name: 'Perspectief 2 verwijderen' }))
  await goesTo('Perspectief 1')
  fireEvent.click(screen.getByRole('button', { name: 'Perspectief 2 verwijderen' }))
  await goesTo('Perspectief 1')
  fireEvent.click(screen.getByRole('button', { name: 'Perspectief 1 verwijderen' }))
  await waitFor(() => expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Perspectief toevoegen' })))
  expect(said).toEqual(['Verwijderd: Perspectief 2: Bewoner', 'Verwijderd: Perspectief 2: nog zonder naam', 'Verwijderd: Perspectief 1: Winkelier'])
  stop()
})

it('lets how many be emptied on the way to another number', async () => {
  show(<Form names={['Winkelier']} />)
  const wanted = screen.getByLabelText<HTMLInputElement>('Hoeveel mensen')
  const type = (value: string) => fireEvent.input(wanted, { target: { value } })
  type('')
  await new Promise((done) => setTimeout(done, 20))
  expect(wanted.value).toBe('')
  type('5')
  type('500')
  fireEvent.focusOut(wanted)
  await waitFor(() => expect(wanted.value).toBe('99'))
})

it('leaves somebody who pauses while they type where they are, also when the server has their new row by then', () => {
  const row = (id: string | null): Fields['perspectives'] => [{ id, name: 'Winkelier', experience: '', need: 'needed', wanted: 2 }]
  const { rerender } = show(<PerspectiveRows rows={row(null)} errors={[]} onChange={() => undefined} />)
  const field = screen.getByLabelText('Perspectief 1')
  field.focus()
  rerender(
    <Around>
      <PerspectiveRows rows={row('p1')} errors={[]} onChange={() => undefined} />
    </Around>,
  )
  expect(document.activeElement).toBe(field)
  expect(field.isConnected).toBe(true)
})
