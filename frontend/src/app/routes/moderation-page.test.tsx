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
