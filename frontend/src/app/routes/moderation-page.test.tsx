import { screen } from '@testing-library/preact'
import { afterEach, expect, it, vi } from 'vitest'
import { show } from '@/testing/render'
import ModerationPage from './moderation-page'

vi.mock('wouter', () => ({ useSearchParams: () => [new URLSearchParams(), () => undefined] }))

afterEach(() => vi.unstubAllGlobals())

it('says in a sentence that nothing waits: no heading below a heading, and no list of nothing', async () => {
  vi.stubGlobal('fetch', () => Promise.resolve(new Response(JSON.stringify({ items: [], next: null, behindDoors: 0, withInstallation: null }))))
  show(<ModerationPage tenant="ess" />)
  expect((await screen.findByText('Niemand meldde iets waarover u kunt beslissen.')).tagName).toBe('P')
  await screen.findByText('Hier is nog niets beslist.')
  expect(screen.getAllByRole('heading').map((heading) => heading.textContent)).toEqual(['Modereren', 'Wacht op een besluit', 'Beslist'])
  expect(screen.queryByRole('list')).toBeNull()
})

it('asks of what waits whether its issue rests', async () => {
  const waits = { id: 'w1', issue: 'i1', thread: 't1', threadTitle: 'Het plein', name: 'Fatima', writtenAt: '2026-11-28T10:00:00Z', why: 'room', html: '<p>Tekst</p>', files: [] }
  const answers: Record<string, object> = { 'waiting-posts': { items: [waits], next: null }, 'issues/i1': { id: 'i1', state: 'archived' } }
  vi.stubGlobal('fetch', (path: string) => Promise.resolve(new Response(JSON.stringify(Object.entries(answers).find(([end]) => path.endsWith(end))?.[1] ?? { items: [], next: null }))))
  show(<ModerationPage tenant="ess" />)
  expect(await screen.findByText(/^Deze opgave is gearchiveerd/)).toBeTruthy()
  expect(screen.queryByRole('button', { name: 'Laat door' })).toBeNull()
})
