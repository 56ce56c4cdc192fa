import { act, fireEvent, render, screen, waitFor } from '@testing-library/preact'
import { useState } from 'react'
import { afterEach, expect, it, vi } from 'vitest'
import { kept } from '@/testing/idb-keyval'
import { readDraft } from './drafts'
import { useKept } from './use-kept'

vi.mock('idb-keyval', () => import('@/testing/idb-keyval'))
afterEach(() => kept.clear())

function Form({ text = '', version = 1 }: { text?: string; version?: number }) {
  const { form, write, letGo, arrived } = useKept('ik/vorm', { text, version }, version)
  const [sent, setSent] = useState(form)
  return (
    <>
      <input aria-label="tekst" value={form.text} onInput={(event) => write({ text: event.currentTarget.value })} />
      <output>{form.version}</output>
      <button onClick={() => letGo({ text: '', version })}>klaar</button>
      <button onClick={() => setSent(form)}>stuur</button>
      <button onClick={() => arrived(sent, { text: '', version: 2 }, { version: 2 })}>aangekomen</button>
    </>
  )
}
const press = (name: string) =>
  act(() => {
    fireEvent.click(screen.getByText(name))
  })
const field = () => screen.getByLabelText<HTMLInputElement>('tekst')
const type = (value: string) => fireEvent.input(field(), { target: { value } })

it('is found again by whoever comes back', async () => {
  const { unmount } = render(<Form />)
  type('Half')
  unmount()
  render(<Form text="van de server" />)
  await waitFor(() => expect(field().value).toBe('Half'))
})

it('stays as it was typed when something else is fetched', () => {
  const { rerender } = render(<Form text="eerst" />)
  type('Van mij')
  rerender(<Form text="van een ander" />)
  expect(field().value).toBe('Van mij')
})

it('is gone once it is let go', async () => {
  render(<Form />)
  type('Klaar')
  await press('klaar')
  expect(field().value).toBe('')
  expect(await readDraft('ik/vorm')).toBeUndefined()
})

it('begins anew with another version as long as nothing was typed', async () => {
  const { rerender } = render(<Form text="eerst" />)
  rerender(<Form text="van een ander" version={2} />)
  await waitFor(() => expect(field().value).toBe('van een ander'))
  type('Van mij')
  rerender(<Form text="weer van een ander" version={3} />)
  expect(field().value).toBe('Van mij')
  expect(screen.getByRole('status').textContent, 'the version that it goes on from').toBe('2')
})

it('lets go of what was sent and has arrived', async () => {
  render(<Form />)
  type('Klaar')
  await waitFor(async () => expect(await readDraft('ik/vorm')).toBeDefined())
  await press('stuur')
  await press('aangekomen')
  expect(field().value).toBe('')
  expect(await readDraft('ik/vorm')).toBeUndefined()
})

it('keeps what was typed on while the answer was on its way, with the version that there is now', async () => {
  const { unmount } = render(<Form />)
  type('Klaar')
  await press('stuur')
  type('Klaar, en nog iets')
  await press('aangekomen')
  expect(field().value).toBe('Klaar, en nog iets')
  expect(screen.getByRole('status').textContent).toBe('2')
  unmount()
  render(<Form />)
  await waitFor(() => expect(field().value).toBe('Klaar, en nog iets'))
  expect(screen.getByRole('status').textContent).toBe('2')
})
