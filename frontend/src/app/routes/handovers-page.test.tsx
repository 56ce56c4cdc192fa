import { useQuery } from '@tanstack/react-query'
import { fireEvent, screen, waitFor, within } from '@testing-library/preact'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { tenantQuery, tenantsQuery } from '@/features/tenants/api'
import { fakeBrowser } from '@/testing/browser'
import { show } from '@/testing/render'
import HandoversPage from './handovers-page'
import MembersPage from './members-page'

vi.mock('idb-keyval', () => import('@/testing/idb-keyval'))

const offer = { id: 'h1', name: 'Joost', side: 'taker', state: 'offered', rooms: [], ownership: true, stays: false, changedAt: '2026-01-01T00:00:00Z', until: '2026-02-01T00:00:00Z', can: { answer: true, withdraw: false } }
const answers: Record<string, object> = {
  '/v1/me': { addresses: [{ id: 'a1' }], memberships: [] },
  '/v1/tenants': { items: [] },
  '/v1/tenants/ess': { slug: 'ess', can: {} },
  '/v1/tenants/ess/handovers': { own: [], left: [], owner: false, colleagues: [], items: [offer] },
  '/v1/tenants/ess/members': { items: [{ person: 'p1', name: 'Fatima', role: 'owner', you: true }] },
}
const asked: string[] = []
const RIGHTS = ['/v1/me', '/v1/tenants', '/v1/tenants/ess']
const times = () => RIGHTS.map((path) => asked.filter((one) => one === path).length)

beforeEach(() => {
  asked.length = 0
  fakeBrowser()
  vi.stubGlobal('fetch', (path: string, { method }: RequestInit) => {
    if (method !== 'GET') return Promise.resolve(new Response('{}'))
    asked.push(path)
    return Promise.resolve(new Response(JSON.stringify(answers[path] ?? { items: [] })))
  })
})
afterEach(() => vi.unstubAllGlobals())

/** The frame around every page shows what one may do. */
function Frame() {
  useQuery(tenantsQuery)
  useQuery(tenantQuery('ess'))
  return null
}

it('asks anew what one may do once one owns the organisation', async () => {
  show([<Frame key="frame" />, <HandoversPage key="page" tenant="ess" />])
  const accept = await screen.findByRole('button', { name: 'Overnemen: Joost' })
  await waitFor(() => expect(times()).toEqual([1, 1, 1]))
  fireEvent.click(accept)
  await waitFor(() => expect(times()).toEqual([2, 2, 2]))
})

it('asks anew what one may do once one changed the own role', async () => {
  show([<Frame key="frame" />, <MembersPage key="page" tenant="ess" />])
  const change = await screen.findByRole('button', { name: 'Rol van Fatima wijzigen' })
  await waitFor(() => expect(times()).toEqual([1, 1, 1]))
  fireEvent.click(change)
  fireEvent.click(screen.getByRole('button', { name: 'Opslaan' }))
  await waitFor(() => expect(times()).toEqual([2, 2, 2]))
})

it('shows the members no longer to who stopped being an owner', async () => {
  show(<MembersPage tenant="ess" />)
  const change = await screen.findByRole('button', { name: 'Rol van Fatima wijzigen' })
  const answered = fetch
  vi.stubGlobal('fetch', (path: string, init: RequestInit) =>
    path === '/v1/tenants/ess/members' ? Promise.resolve(new Response('{"code":"person.forbidden","detail":"Alleen eigenaren zien dit."}', { status: 403 })) : answered(path, init),
  )
  fireEvent.click(change)
  fireEvent.click(within(screen.getByRole('dialog')).getByRole('radio', { name: /^Lid/ }))
  fireEvent.click(screen.getByRole('button', { name: 'Opslaan' }))
  fireEvent.click(screen.getByRole('button', { name: 'Rol opgeven' }))
  expect(await screen.findByText('Alleen eigenaren zien dit.')).toBeTruthy()
  expect(screen.queryByText('Fatima')).toBeNull()
})
