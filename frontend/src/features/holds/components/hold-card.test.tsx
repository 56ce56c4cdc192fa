import { fireEvent, screen, waitFor } from '@testing-library/preact'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import type { Hold } from '@/api/types'
import { fakeBrowser } from '@/testing/browser'
import { Around, show } from '@/testing/render'
import { HoldCard } from './hold-card'

beforeEach(() => fakeBrowser())
afterEach(() => vi.unstubAllGlobals())

const held: Hold = {
  id: 'h-1',
  issue: 'i-1',
  reason: 'Een Woo-verzoek.',
  reference: 'Z-12',
  until: '2027-03-01T22:59:59Z',
  acts: [
    { act: 'set', at: '2026-11-28T10:00:00Z', until: '2027-01-01T22:59:59Z', by: 'Marieke' },
    { act: 'lengthened', at: '2026-12-20T10:00:00Z', until: '2027-03-01T22:59:59Z' },
  ],
  version: 2,
}

it('names no issue that its owner does not read, and says who did what', () => {
  show(<HoldCard tenant="ess" hold={held} onChanged={vi.fn()} />)
  expect(screen.getByRole('heading', { name: 'Een opgave die u zelf niet leest' })).toBeTruthy()
  expect(screen.queryByRole('link')).toBeNull()
  expect(screen.getByText(/28 november 2026: ingesteld tot en met 1 januari 2027 door Marieke/)).toBeTruthy()
  expect(screen.getByText(/verlengd tot en met 1 maart 2027 door iemand die is vertrokken/)).toBeTruthy()
})

it('is over by itself on its day, and is not changed any more', () => {
  const over = { ...held, endedAt: held.until, acts: [...held.acts, { act: 'ended' as const, at: held.until, until: held.until }] }
  show(<HoldCard tenant="ess" hold={over} onChanged={vi.fn()} />)
  expect(screen.getByText('1 maart 2027: vanzelf voorbij')).toBeTruthy()
  expect(screen.queryByRole('button')).toBeNull()
})

it('is lengthened from the version that is shown, and shows what a colleague did first', async () => {
  const sent: [string, string][] = []
  vi.stubGlobal('fetch', (path: string, init: RequestInit) => {
    if (init.method !== 'PUT') return Promise.resolve(new Response('{}', { status: 401 }))
    sent.push([path, new Headers(init.headers).get('If-Match') ?? ''])
    return Promise.resolve(new Response('{"code":"precondition.failed","detail":"Iemand was u voor.","errors":[]}', { status: 412, headers: { 'Content-Type': 'application/problem+json' } }))
  })
  const onChanged = vi.fn()
  show(<HoldCard tenant="ess" hold={held} onChanged={onChanged} />)
  fireEvent.click(screen.getByRole('button', { name: 'Verleng' }))
  expect(screen.getByText('Kies een dag.')).toBeTruthy()
  fireEvent.input(screen.getByLabelText(/Verleng tot en met/), { target: { value: '2027-06-01' } })
  fireEvent.click(screen.getByRole('button', { name: 'Verleng' }))
  await waitFor(() => expect(onChanged).toHaveBeenCalled())
  expect(screen.getByText('Iemand was u voor.')).toBeTruthy()
  expect(sent).toEqual([['/v1/tenants/ess/holds/h-1', '"2"']])
})

it('keeps the day that was chosen and what was said when a colleague was first, and is empty once it was lengthened', async () => {
  const answers = [
    new Response('{"code":"precondition.failed","detail":"Iemand was u voor.","errors":[]}', { status: 412, headers: { 'Content-Type': 'application/problem+json' } }),
    new Response(JSON.stringify({ ...held, version: 4 })),
  ]
  const versions: (string | null)[] = []
  vi.stubGlobal('fetch', (_: string, init: RequestInit) => {
    if (init.method !== 'PUT') return Promise.resolve(new Response('{}', { status: 401 }))
    versions.push(new Headers(init.headers).get('If-Match'))
    return Promise.resolve(answers.shift())
  })
  const onChanged = vi.fn()
  const card = (hold: Hold) => <HoldCard tenant="ess" hold={hold} onChanged={onChanged} />
  const { rerender } = show(card(held))
  const day = screen.getByLabelText<HTMLInputElement>(/Verleng tot en met/)
  const button = screen.getByRole('button', { name: 'Verleng' })
  fireEvent.input(day, { target: { value: '2027-06-01' } })
  button.focus()
  fireEvent.click(button)
  await waitFor(() => expect(onChanged).toHaveBeenCalledTimes(1))
  rerender(<Around>{card({ ...held, version: 3 })}</Around>)
  expect(screen.getByText('Iemand was u voor.')).toBeTruthy()
  expect(screen.getByLabelText<HTMLInputElement>(/Verleng tot en met/).value).toBe('2027-06-01')
  expect(document.activeElement).toBe(button)
  fireEvent.click(button)
  await waitFor(() => expect(onChanged).toHaveBeenCalledTimes(2))
  expect(versions).toEqual(['"2"', '"3"'])
  expect(day.value).toBe('')
})
