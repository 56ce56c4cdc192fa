import { fireEvent, screen, waitFor } from '@testing-library/preact'
import { expect, it, vi } from 'vitest'
import { kept } from '@/testing/idb-keyval'
import { show } from '@/testing/render'
import { OfferForm } from './offer-form'

vi.mock('idb-keyval', () => import('@/testing/idb-keyval'))

const list = {
  own: [{ id: 'i1', kind: 'issue' as const, title: 'De brug', alone: false }],
  left: [],
  owner: false,
  colleagues: [{ person: 'p2', name: 'Joost', you: false }],
  items: [],
}
const send = () => {
  const button = screen.getByRole('button', { name: 'Vraag het uw collega' })
  button.focus()
  fireEvent.click(button)
}

it('goes to the colleague who is not chosen, as often as that is so', async () => {
  show(<OfferForm tenant="ess" list={list} first={null} draft="w/offer" onOffered={vi.fn()} />)
  const taker = screen.getByLabelText('Aan wie?')
  send()
  await waitFor(() => expect(document.activeElement).toBe(taker))
  send()
  await waitFor(() => expect(document.activeElement).toBe(taker))
})

it('goes to what is passed on when that is refused', async () => {
  const refusal = { code: 'request.invalid', detail: '', errors: [{ pointer: '/rooms', code: 'handover.nothing', detail: 'Kies wat u overdraagt.' }] }
  vi.stubGlobal('fetch', () => Promise.resolve(new Response(JSON.stringify(refusal), { status: 400 })))
  kept.set('w/offer', { text: JSON.stringify({ taker: 'p2' }), savedAt: 1 })
  show(<OfferForm tenant="ess" list={list} first={null} draft="w/offer" onOffered={vi.fn()} />)
  await waitFor(() => expect(screen.getByLabelText<HTMLSelectElement>('Aan wie?').value).toBe('p2'))
  send()
  await waitFor(() => expect(document.activeElement).toBe(screen.getByLabelText('De brug')))
  expect(screen.getByRole('group', { name: 'Wat u leidt' }).getAttribute('aria-describedby')).toContain('-error')
})
