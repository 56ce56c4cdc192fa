import { fireEvent, screen, waitFor } from '@testing-library/preact'
import { beforeEach, expect, it, vi } from 'vitest'
import { kept } from '@/testing/idb-keyval'
import { show } from '@/testing/render'
import { TermGroup } from './terms'

vi.mock('idb-keyval', () => import('@/testing/idb-keyval'))

beforeEach(() => {
  HTMLDialogElement.prototype.showModal = vi.fn()
  kept.clear()
})

const group = () => show(<TermGroup tenant="ess" kind="theme" own={[]} shared={[]} onChanged={() => undefined} />)
const press = (name: RegExp) => fireEvent.click(screen.getByRole('button', { name, hidden: true }))
const name = () => screen.getByLabelText<HTMLInputElement>(/Naam in het Nederlands|Nederlands/)

it('keeps a word that is not saved yet, also for who closes the page, and lets it go once it is saved', async () => {
  vi.stubGlobal('fetch', async (_: string, { method }: RequestInit) => (method === 'GET' ? new Response(null, { status: 404 }) : new Response('{}')))
  const first = group()
  press(/toevoegen/)
  fireEvent.input(name(), { target: { value: 'Water' } })
  first.unmount()
  group()
  press(/toevoegen/)
  await waitFor(() => expect(name().value).toBe('Water'))
  press(/^Opslaan/)
  await waitFor(() => expect(screen.queryByLabelText(/Nederlands/)).toBeNull())
  press(/toevoegen/)
  await new Promise((done) => setTimeout(done, 20))
  expect(name().value).toBe('')
})
