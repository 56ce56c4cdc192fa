import { fireEvent, render, screen, waitFor } from '@testing-library/preact'
import { beforeEach, expect, it, vi } from 'vitest'
import { Around } from '@/testing/render'
import { NominateFor } from './nominate-for'

vi.mock('idb-keyval', () => import('@/testing/idb-keyval'))

beforeEach(() => {
  HTMLDialogElement.prototype.showModal = vi.fn()
})

it('puts forward for the issue that is shown, also when the list came later, and asks anew for another', async () => {
  const asked: { url: string; key: string | null }[] = []
  vi.stubGlobal('fetch', (url: string, init?: RequestInit) => {
    if (init?.method !== 'POST') return Promise.resolve(new Response('{"code":"x"}', { status: 401 }))
    asked.push({ url, key: new Headers(init.headers).get('Idempotency-Key') })
    return Promise.reject(new TypeError('offline'))
  })
  const page = (issues: { id: string; title: string }[]) => (
    <Around>
      <NominateFor tenant="ess" issues={issues} person={{ person: 'p1', name: 'Tineke' }} />
    </Around>
  )
  const { rerender } = render(page([]))
  rerender(
    page([
      { id: 'i1', title: 'De brug' },
      { id: 'i2', title: 'Het plein' },
    ]),
  )
  fireEvent.click(await screen.findByRole('button'))
  const send = () => fireEvent.click(screen.getByRole('button', { name: 'Vraag het', hidden: true }))
  await screen.findByLabelText('Waarom deze persoon?')
  send()
  await waitFor(() => expect(asked).toHaveLength(1))
  await screen.findByText(/Er kwam geen antwoord/)
  const select = document.querySelector('select') as HTMLSelectElement
  select.value = 'i2'
  // `fireEvent.change` makes an input event of it.
  select.dispatchEvent(new Event('change', { bubbles: true }))
  await new Promise((done) => setTimeout(done, 20))
  send()
  await waitFor(() => expect(asked).toHaveLength(2))
  expect(asked.map(({ url }) => /issues\/(i\d)/.exec(url)?.[1])).toEqual(['i1', 'i2'])
  expect(asked[0]?.key).not.toBe(asked[1]?.key)
})
