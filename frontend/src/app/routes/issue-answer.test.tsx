import { screen } from '@testing-library/preact'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { fakeBrowser } from '@/testing/browser'
import { show } from '@/testing/render'
import { IssueAnswer } from './issue-answer'

vi.mock('idb-keyval', () => import('@/testing/idb-keyval'))

const tenant = { slug: 'ess', name: 'ESS', contactEmail: 'ess@example.org', contactPhone: '010-000 00 00', can: {} }
const proposed = (manage: boolean) => ({ state: 'proposed' as const, answerBy: '2026-01-22T12:00:00Z', can: { manage } as never })

beforeEach(() => {
  fakeBrowser()
  vi.stubGlobal('fetch', () => Promise.resolve(new Response(JSON.stringify(tenant))))
})
afterEach(() => vi.unstubAllGlobals())

it('says to whoever proposed an issue by when they hear, and of whom', async () => {
  show(<IssueAnswer tenant="ess" issue={proposed(false)} now={new Date('2026-01-02T12:00:00Z')} />)
  expect(await screen.findByText(/U hoort uiterlijk .*22 januari 2026.* van .*ESS/)).toBeTruthy()
})

it('says whom they can call once that day has passed', async () => {
  show(<IssueAnswer tenant="ess" issue={proposed(false)} now={new Date('2026-01-23T12:00:00Z')} />)
  const phone = await screen.findByRole('link', { name: '010-000 00 00' })
  expect(phone.getAttribute('href')).toBe('tel:0100000000')
  expect(screen.getByRole('link', { name: 'ess@example.org' }).getAttribute('href')).toBe('mailto:ess@example.org')
})

it('says to whoever decides what was promised, and nothing once it is decided', async () => {
  const { container } = show(<IssueAnswer tenant="ess" issue={{ ...proposed(false), state: 'open', answerBy: null }} now={new Date('2026-01-02T12:00:00Z')} />)
  expect(container.textContent).toBe('')
  show(<IssueAnswer tenant="ess" issue={proposed(true)} now={new Date('2026-01-02T12:00:00Z')} />)
  expect(await screen.findByText(/ESS.* beloofde uiterlijk .*22 januari 2026.* een antwoord/)).toBeTruthy()
})
