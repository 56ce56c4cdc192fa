import { fireEvent, screen, waitFor } from '@testing-library/preact'
import { afterEach, expect, it, vi } from 'vitest'
import type { Briefing } from '@/api/types'
import { show } from '@/testing/render'
import { BriefingReminder, BriefingsSection } from './briefings'

const COUNCIL: Briefing = { id: 'b1', name: 'De gemeenteraad', toldAt: null, version: 1 }

const answer = (body: unknown, status = 200) => Promise.resolve(new Response(JSON.stringify(body), { status, headers: { 'Content-Type': status < 400 ? 'application/json' : 'application/problem+json' } }))

afterEach(() => vi.unstubAllGlobals())

it('ticks who was told, with the version that it started from', async () => {
  const sent: unknown[] = []
  vi.stubGlobal('fetch', (_: string, init: RequestInit) => {
    if (init.method !== 'PATCH') return answer({ items: [COUNCIL] })
    const body = JSON.parse(init.body as string) as { toldAt: string }
    sent.push(new Headers(init.headers).get('If-Match'), body.toldAt.slice(10))
    return answer({ ...COUNCIL, toldAt: body.toldAt, version: 2 })
  })
  show(<BriefingsSection tenant="ess" issue="i1" />)
  fireEvent.click(await screen.findByRole('checkbox', { name: 'Verteld: De gemeenteraad' }))
  await screen.findByText(/^Verteld op \d/)
  expect(sent).toEqual(['"1"', 'T12:00:00Z'])
})

it('sends the day that is meant when one leaves the field, and none of the parts in which it is typed', async () => {
  const sent: unknown[] = []
  vi.stubGlobal('fetch', (_: string, init: RequestInit) => {
    if (init.method !== 'PATCH') return answer({ items: [{ ...COUNCIL, toldAt: '2026-11-01T12:00:00Z' }] })
    const body = JSON.parse(init.body as string) as { toldAt: string }
    sent.push(body.toldAt)
    return answer({ ...COUNCIL, toldAt: body.toldAt, version: 2 })
  })
  show(<BriefingsSection tenant="ess" issue="i3" />)
  const day = await screen.findByLabelText(/De gemeenteraad$/, { selector: 'input[type=date]' })
  for (const value of ['0002-11-09', '0020-11-09', '2026-11-09']) fireEvent.input(day, { target: { value } })
  expect(sent).toEqual([])
  fireEvent.focusOut(day)
  await waitFor(() => expect(sent).toEqual(['2026-11-09T12:00:00Z']))
})

it('keeps what was typed when it was refused, and says why', async () => {
  vi.stubGlobal('fetch', (_: string, init: RequestInit) => (init.method === 'POST' ? answer({ code: 'briefing.too-many', detail: 'Er staan al twintig namen op de lijst.' }, 409) : answer({ items: [] })))
  show(<BriefingsSection tenant="ess" issue="i2" />)
  const name = await screen.findByLabelText('Functie of orgaan')
  fireEvent.input(name, { target: { value: 'Het bestuur' } })
  fireEvent.click(screen.getByRole('button', { name: 'Op de lijst zetten' }))
  await screen.findByText('Er staan al twintig namen op de lijst.')
  expect((name as HTMLInputElement).value).toBe('Het bestuur')
})

it('reminds of who was not told, and is silent when all were', () => {
  const { unmount } = show(<BriefingReminder briefings={[COUNCIL, { ...COUNCIL, id: 'b2', name: 'Het bestuur', toldAt: '2026-11-01T12:00:00Z' }]} />)
  expect(screen.getByText(/^Nog niet verteld: De gemeenteraad\./)).toBeTruthy()
  unmount()
  show(<BriefingReminder briefings={[{ ...COUNCIL, toldAt: '2026-11-01T12:00:00Z' }]} />)
  expect(screen.queryByText(/Weten de besturen/)).toBeNull()
})

it('says at the field that no name was given, and goes there', async () => {
  vi.stubGlobal('fetch', () => answer({ items: [] }))
  show(<BriefingsSection tenant="ess" issue="i4" />)
  const name = await screen.findByLabelText('Functie of orgaan')
  fireEvent.click(screen.getByRole('button', { name: 'Op de lijst zetten' }))
  expect(document.activeElement).toBe(name)
  await waitFor(() => expect(name.getAttribute('aria-invalid')).toBe('true'))
  expect(name.getAttribute('aria-describedby')?.split(' ').map((id) => document.getElementById(id)?.textContent)).toContain('Vul dit in.')
})
