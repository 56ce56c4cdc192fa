import { act, fireEvent, render, screen, waitFor } from '@testing-library/preact'
import { afterEach, expect, it, vi } from 'vitest'
import { readDraft } from './drafts'
import { useKept } from './use-kept'

const kept = vi.hoisted(() => new Map<string, unknown>())
vi.mock('idb-keyval', () => ({
  createStore: () => null,
  get: (key: string) => Promise.resolve(kept.get(key)),
  set: (key: string, value: unknown) => Promise.resolve(kept.set(key, value)),
  del: (key: string) => Promise.resolve(kept.delete(key)),
}))
afterEach(() => kept.clear())

function Form({ text = '' }: { text?: string }) {
  const { form, write, letGo } = useKept('ik/vorm', { text })
  return (
    <>
      <input aria-label="tekst" value={form.text} onInput={(event) => write({ text: event.currentTarget.value })} />
      <button onClick={() => letGo({ text: '' })}>klaar</button>
    </>
  )
}
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
  await act(() => {
    fireEvent.click(screen.getByText('klaar'))
  })
  expect(field().value).toBe('')
  expect(await readDraft('ik/vorm')).toBeUndefined()
})
