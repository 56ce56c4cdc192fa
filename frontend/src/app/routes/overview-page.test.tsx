import { fireEvent, screen, waitFor } from '@testing-library/preact'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { fakeBrowser } from '@/testing/browser'
import { show } from '@/testing/render'
import OverviewPage from './overview-page'

const ISSUE = {
  tenant: 'ess',
  tenantName: 'ESS',
  coreQuestion: 'Wat is er nodig?',
  state: 'open',
  visibility: 'public',
  regime: 'open',
  terms: [],
  createdAt: '2026-11-24T10:00:00Z',
  stateAt: '2026-11-24T10:00:00Z',
  plannedEnd: null,
  role: 'participant',
  unread: 0,
  threads: [],
}
const PAGES: Record<string, unknown> = {
  '/v1/me/issues?limit=50': { items: [{ ...ISSUE, id: 'i2', title: 'Het plein' }], next: 'i2' },
  '/v1/me/issues?cursor=i2&limit=50': { items: [{ ...ISSUE, id: 'i1', title: 'De oude haven' }], next: null },
  '/v1/me/waiting': { proposals: [], reviews: [], lingering: [], members: 0 },
}

beforeEach(fakeBrowser)
afterEach(() => vi.unstubAllGlobals())

it('leads on to the issues that do not fit on the first page', async () => {
  vi.stubGlobal('fetch', (address: string) => Promise.resolve(new Response(JSON.stringify(PAGES[address] ?? { items: [] }))))
  show(<OverviewPage />)
  expect(await screen.findByRole('link', { name: 'Het plein' })).toBeTruthy()
  fireEvent.click(screen.getByRole('button', { name: 'Meer tonen' }))
  expect(await screen.findByRole('link', { name: 'De oude haven' })).toBeTruthy()
  expect(screen.getByRole('link', { name: 'Het plein' })).toBeTruthy()
  expect(screen.queryByRole('button', { name: 'Meer tonen' })).toBeNull()
})

it('says so when the rest does not come, and leads on all the same', async () => {
  let away = true
  vi.stubGlobal('fetch', (address: string) => {
    if (away && address.includes('cursor=')) return Promise.reject(new TypeError('Failed to fetch'))
    return Promise.resolve(new Response(JSON.stringify(PAGES[address] ?? { items: [] })))
  })
  show(<OverviewPage />)
  fireEvent.click(await screen.findByRole('button', { name: 'Meer tonen' }))
  expect(await screen.findByText(/De rest kon niet worden opgehaald/)).toBeTruthy()
  expect(screen.getByRole('link', { name: 'Het plein' })).toBeTruthy()
  away = false
  fireEvent.click(screen.getByRole('button', { name: 'Meer tonen' }))
  expect(await screen.findByRole('link', { name: 'De oude haven' })).toBeTruthy()
  expect(screen.queryByText(/De rest kon niet worden opgehaald/)).toBeNull()
})

it('says what was reported in an organisation in which one runs an issue, and asks no other', async () => {
  const asked: string[] = []
  const pages: Record<string, unknown> = {
    ...PAGES,
    '/v1/me/issues?limit=50': { items: [{ ...ISSUE, id: 'i2', title: 'Het plein', role: 'facilitator' }, { ...ISSUE, tenant: 'zaanrade', id: 'i3', title: 'De brug' }], next: null },
    '/v1/tenants/ess/moderation-cases?decided=false&limit=50': { items: [{ id: 'c1', openedAt: '2026-11-24T10:00:00Z' }], next: null },
  }
  vi.stubGlobal('fetch', (address: string) => {
    asked.push(address)
    return Promise.resolve(new Response(JSON.stringify(pages[address] ?? { items: [] })))
  })
  show(<OverviewPage />)
  const link = await screen.findByRole('link', { name: '1 gemelde tekst of bezwaar wacht op een besluit' })
  expect(link.getAttribute('href')).toBe('/o/ess/modereren')
  expect(asked.filter((address) => address.includes('moderation-cases'))).toHaveLength(1)
})

it('says that a part could not be fetched, and fetches it when asked', async () => {
  let away = true
  const invitation = { token: 'k', tenant: 'ess', organisation: 'ESS', title: 'De kade', inviter: 'Joost', expiresAt: '2026-12-24T10:00:00Z' }
  vi.stubGlobal('fetch', (address: string) => {
    if (address === '/v1/me/issues?limit=50') return Promise.resolve(new Response(JSON.stringify({ items: [], next: null })))
    if (away && address !== '/v1/session') return Promise.resolve(new Response(JSON.stringify({ code: 'internal' }), { status: 500 }))
    return Promise.resolve(new Response(JSON.stringify(address === '/v1/me/invitations' ? { items: [invitation] } : (PAGES[address] ?? { items: [] }))))
  })
  show(<OverviewPage />)
  expect(await screen.findByText(/Niet alles wat op u wacht kon worden opgehaald/)).toBeTruthy()
  expect(screen.queryByText('U doet nog nergens aan mee')).toBeNull()
  away = false
  fireEvent.click(screen.getByRole('button', { name: 'Opnieuw proberen' }))
  expect(await screen.findByRole('link', { name: 'De kade' })).toBeTruthy()
  await waitFor(() => expect(screen.queryByText(/Niet alles wat op u wacht/)).toBeNull())
})
