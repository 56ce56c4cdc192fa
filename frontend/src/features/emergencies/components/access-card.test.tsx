import { fireEvent, screen, waitFor } from '@testing-library/preact'
import { afterEach, expect, it, vi } from 'vitest'
import type { Emergency } from '@/api/types'
import { show } from '@/testing/render'
import { AccessCard } from './access-card'

const access = (change: Partial<Emergency>): Emergency => ({
  id: 'e1',
  issue: 'i1',
  issueTitle: null,
  kind: 'reading',
  alias: null,
  reason: 'Er is een dreigement gemeld.',
  hours: 4,
  state: 'asked',
  askedBy: 'Gerard',
  askedAt: '2026-11-24T15:00:00Z',
  decidedBy: null,
  decidedAt: null,
  endsAt: null,
  readings: [],
  can: { decide: false, end: false, read: false },
  ...change,
})

afterEach(() => vi.unstubAllGlobals())

it('tells who asked, who agreed, why, and what was read', () => {
  show(
    <AccessCard
      tenant="ess"
      access={access({ state: 'ended', decidedBy: 'Marieke', decidedAt: '2026-11-24T15:10:00Z', endsAt: '2026-11-24T19:10:00Z', readings: [{ thread: 't1', title: 'Avonden', readAt: '2026-11-24T15:11:00Z' }] })}
      onChanged={vi.fn()}
    />,
  )
  for (const words of [/Gerard/, /Marieke/, /dreigement/, /Avonden/, /Voorbij/]) expect(screen.getByText(words)).toBeTruthy()
  expect(screen.queryAllByRole('button')).toEqual([])
})

it('opens nothing before the second person has read what it means', async () => {
  const asked: string[] = []
  vi.stubGlobal('fetch', (url: string) => {
    asked.push(url)
    return Promise.resolve(new Response(JSON.stringify(access({ state: 'open' })), { headers: { 'Content-Type': 'application/json' } }))
  })
  const onChanged = vi.fn()
  show(<AccessCard tenant="ess" named access={access({ can: { decide: true, end: false, read: false } })} onChanged={onChanged} />)
  expect(screen.getByText('Een besloten opgave')).toBeTruthy()
  fireEvent.click(screen.getByRole('button', { name: /^Akkoord, open het/ }))
  expect(asked).toEqual([])
  expect(screen.getByText(/Iedereen die meedoet krijgt nu bericht/)).toBeTruthy()
  fireEvent.click(screen.getAllByRole('button', { name: 'Akkoord, open het', hidden: true }).at(-1) as HTMLElement)
  await waitFor(() => expect(onChanged).toHaveBeenCalled())
  expect(asked).toEqual(['/v1/tenants/ess/emergencies/e1/_open'])
})
