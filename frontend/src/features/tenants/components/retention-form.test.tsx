import { cleanup, fireEvent, screen, waitFor } from '@testing-library/preact'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import type { Retention } from '@/api/types'
import { fakeBrowser } from '@/testing/browser'
import { kept } from '@/testing/idb-keyval'
import { show } from '@/testing/render'
import { RetentionForm } from './retention-form'

vi.mock('idb-keyval', () => import('@/testing/idb-keyval'))

beforeEach(() => fakeBrowser())
afterEach(() => vi.unstubAllGlobals())

const always: Retention = { canSet: true }
const soon: Retention = { canSet: true, next: { years: 5, from: '2026-12-28T09:00:00Z' } }

it('says what is chosen and from when, and keeps the choice when a colleague was first', async () => {
  const sent: [string, unknown][] = []
  const answers = [
    new Response('{"code":"precondition.failed","detail":"Iemand was u voor.","errors":[]}', { status: 412, headers: { 'Content-Type': 'application/problem+json' } }),
    new Response('{"canSet":true,"next":{"years":5,"from":"2026-12-28T09:00:00Z"}}', { status: 200, headers: { 'Content-Type': 'application/json', ETag: '"3"' } }),
  ]
  vi.stubGlobal('fetch', (_: string, init: RequestInit) => {
    if (init.method !== 'PUT') return Promise.resolve(new Response('{}', { status: 401 }))
    sent.push([new Headers(init.headers).get('If-Match') ?? '', JSON.parse(init.body as string)])
    return Promise.resolve(answers.shift())
  })
  const onSaved = vi.fn()
  const onStale = vi.fn(() => Promise.resolve({ data: always, etag: '"2"' } as never))
  const elsewhere = show(<RetentionForm tenant="elders" rule={always} etag='"0"' onSaved={onSaved} onStale={onStale} />)
  expect(screen.getByLabelText<HTMLSelectElement>(/Wis gesprekken/).value).toBe('always')
  elsewhere.unmount()
  show(<RetentionForm tenant="ess" rule={soon} etag='"1"' onSaved={onSaved} onStale={onStale} />)
  const choice = screen.getByLabelText<HTMLSelectElement>(/Wis gesprekken/)
  expect(screen.getByText(/Vanaf 28 december( 2026)?: 5 jaar nadat de opgave is afgelopen\./i)).toBeTruthy()
  fireEvent.click(screen.getByRole('button', { name: 'Opslaan: Hoe lang gesprekken blijven' }))
  await waitFor(() => expect(onStale).toHaveBeenCalled())
  await waitFor(() => expect(screen.getByText('Iemand was u voor.')).toBeTruthy())
  expect(choice.value).toBe('5')
  fireEvent.click(screen.getByRole('button', { name: 'Opslaan: Hoe lang gesprekken blijven' }))
  await waitFor(() => expect(onSaved).toHaveBeenCalled())
  expect(sent).toEqual([
    ['"1"', { years: 5 }],
    ['"2"', { years: 5 }],
  ])
})

it('says which rule holds now, and that another choice is not saved yet', async () => {
  vi.stubGlobal('fetch', () => Promise.resolve(new Response('{}', { status: 401 })))
  const later: Retention = { canSet: true, years: 10, next: { years: 5, from: '2026-12-28T09:00:00Z' } }
  show(<RetentionForm tenant="nu" rule={later} etag='"1"' onSaved={vi.fn()} onStale={vi.fn()} />)
  const unsaved = 'Uw keuze is nog niet opgeslagen.'
  expect(screen.getByText('Nu geldt: 10 jaar nadat de opgave is afgelopen, wissen we de gesprekken.')).toBeTruthy()
  expect(screen.getByText(/^Vanaf 28 december/)).toBeTruthy()
  expect(screen.queryByText(unsaved)).toBeNull()
  cleanup()
  // Weeks later, what was chosen then is there again.
  kept.set('/retention-nu', { text: JSON.stringify({ years: '1', etag: '"1"' }), savedAt: 1 })
  show(<RetentionForm tenant="nu" rule={later} etag='"1"' onSaved={vi.fn()} onStale={vi.fn()} />)
  expect(await screen.findByText(unsaved)).toBeTruthy()
  expect(screen.getByText(/^Nu geldt: 10 jaar/)).toBeTruthy()
})

it('says that conversations stay, where nothing else was chosen', () => {
  show(<RetentionForm tenant="altijd" rule={always} etag='"0"' onSaved={vi.fn()} onStale={vi.fn()} />)
  expect(screen.getByText('Nu geldt: gesprekken blijven zolang de opgave er is.')).toBeTruthy()
})
