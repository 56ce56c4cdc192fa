import { screen, waitFor } from '@testing-library/preact'
import { afterEach, expect, it, vi } from 'vitest'
import { show } from '@/testing/render'
import PreferencesPage from './preferences-page'

vi.mock('idb-keyval', () => import('@/testing/idb-keyval'))
// Knows the address of the page, which a test has none of.
vi.mock('@/app/layouts/account-nav', () => ({ AccountNav: () => null }))
afterEach(() => vi.unstubAllGlobals())

const ON_ITS_WAY = new Promise<Response>(() => undefined)
const NONE = /^U volgt nog geen opgaven/

/** The page of somebody about whom the server says this of what they follow, and of what they chose. */
function open(answer: () => Promise<Response>) {
  const asked: string[] = []
  vi.stubGlobal('fetch', (path: string) => {
    asked.push(path)
    if (path === '/v1/me') return Promise.resolve(new Response(JSON.stringify({ addresses: [{ id: 'a1' }], memberships: [] })))
    return path.startsWith('/v1/me/follows') || path === '/v1/me/issue-levels' ? answer() : ON_ITS_WAY
  })
  show(<PreferencesPage />)
  return waitFor(() => expect(asked).toContain('/v1/me/issue-levels'))
}

it('does not say that nothing is followed while that is being asked', async () => {
  await open(() => ON_ITS_WAY)
  expect(screen.queryByText(NONE)).toBeNull()
})

it('says that it could not be asked what is followed and chosen', async () => {
  await open(() => Promise.resolve(new Response('{"code":"internal","detail":"Dat ging mis bij ons."}', { status: 500 })))
  await waitFor(() => expect(screen.getAllByText('Dat ging mis bij ons.')).toHaveLength(2))
  expect(screen.queryByText(NONE)).toBeNull()
})

it('says that nothing is followed, when that is so', async () => {
  await open(() => Promise.resolve(new Response('{"items":[]}')))
  expect(await screen.findByText(NONE)).toBeTruthy()
})
