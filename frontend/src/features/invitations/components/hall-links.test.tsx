import { fireEvent, screen, waitFor } from '@testing-library/preact'
import { afterEach, expect, it, vi } from 'vitest'
import { onAnnouncement } from '@/lib/announcer'
import { show } from '@/testing/render'
import type { HallLink } from '../halls-api'
import { HallLinks } from './hall-links'

vi.mock('idb-keyval', () => import('@/testing/idb-keyval'))

const LINK: HallLink = {
  id: 'h1',
  code: 'k7q4-mx2p-9d3f-hw5t',
  place: 'Buurthuis De Hof',
  limit: 30,
  used: 12,
  approval: false,
  madeBy: 'Joost',
  endsAt: '2026-12-01T21:00:00Z',
  state: 'open',
  can: { end: true },
}

const answer = (status: number, body: unknown) => Promise.resolve(new Response(JSON.stringify(body), { status, headers: { 'Content-Type': 'application/json' } }))
const open = () => fireEvent.click(screen.getAllByRole('button', { name: 'Zaallink maken' })[0] as HTMLElement)
const make = () => fireEvent.click(screen.getAllByRole('button', { name: 'Zaallink maken' })[1] as HTMLElement)
const type = (label: string, value: string) => fireEvent.input(screen.getByLabelText(label), { target: { value } })

afterEach(() => vi.unstubAllGlobals())

it('says how many came, and folds away what led in before', () => {
  vi.stubGlobal('fetch', () => answer(401, {}))
  show(<HallLinks tenant="ess" issue="i1" mayMake links={[LINK, { ...LINK, id: 'h2', place: 'School', state: 'over', can: { end: false } }]} onChanged={() => undefined} />)
  expect(screen.getByText(/12 van 30 plekken gebruikt/, { selector: 'li:has(a) p' })).toBeTruthy()
  expect(screen.getByRole('link', { name: 'Poster voor Buurthuis De Hof' }).getAttribute('href')).toBe('/zaal/k7q4-mx2p-9d3f-hw5t/poster')
  expect(screen.queryByRole('link', { name: 'Poster voor School' })).toBeNull()
  expect(screen.getByText('Eerdere zaallinks (1)')).toBeTruthy()
})

it('asks for a moment before anything is sent, keeps what is typed, and says a refusal at its field', async () => {
  const calls: unknown[] = []
  vi.stubGlobal('fetch', (_: string, init: RequestInit) => {
    if (init.method !== 'POST') return answer(401, {})
    calls.push(JSON.parse(init.body as string))
    return answer(400, { title: 'Dit klopt nog niet', errors: [{ pointer: '/limit', code: 'hall-link.limit', detail: 'Kies een getal van 10 tot en met 150.' }] })
  })
  show(<HallLinks tenant="ess" issue="i2" mayMake links={[]} onChanged={() => undefined} />)
  open()
  type('Welke zaal, en wanneer?', 'Buurthuis De Hof')
  type('Hoeveel mensen?', '400')
  make()
  expect(screen.getByText('Kies een dag en een tijd.')).toBeTruthy()
  expect(calls).toHaveLength(0)
  type('Tot welke dag?', '2026-12-01')
  make()
  await screen.findByText('Kies een getal van 10 tot en met 150.')
  expect(calls[0]).toEqual({ place: 'Buurthuis De Hof', limit: 400, endsAt: '2026-12-01T21:00:00.000Z', approval: false })
  fireEvent.click(screen.getByRole('button', { name: 'Annuleren' }))
  open()
  await waitFor(() => expect(screen.getByLabelText('Welke zaal, en wanneer?')).toHaveProperty('value', 'Buurthuis De Hof'))
})

it('lets nobody make one for an issue that takes nobody now', () => {
  show(<HallLinks tenant="ess" issue="i3" mayMake={false} links={[LINK]} onChanged={() => undefined} />)
  expect(screen.queryByRole('button', { name: /Zaallink maken/ })).toBeNull()
  expect(screen.getByText(LINK.place)).toBeTruthy()
})

it('says that one is closed', async () => {
  HTMLDialogElement.prototype.showModal = vi.fn()
  vi.stubGlobal('fetch', () => answer(200, LINK))
  const heard: string[] = []
  const deaf = onAnnouncement((sentence) => heard.push(sentence))
  const onChanged = vi.fn()
  show(<HallLinks tenant="ess" issue="i4" mayMake={false} links={[LINK]} onChanged={onChanged} />)
  fireEvent.click(screen.getByRole('button', { name: 'Zaallink voor Buurthuis De Hof sluiten' }))
  fireEvent.click(document.querySelector('dialog button') as HTMLElement)
  await waitFor(() => expect(onChanged).toHaveBeenCalled())
  expect(heard).toEqual(['De zaallink is gesloten.'])
  deaf()
})
