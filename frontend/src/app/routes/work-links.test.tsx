import { screen, waitFor } from '@testing-library/preact'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { fakeBrowser } from '@/testing/browser'
import { show } from '@/testing/render'
import AgendaPage from './agenda-page'
import SettingsPage from './settings-page'

vi.mock('idb-keyval', () => import('@/testing/idb-keyval'))

const rights = { convene: true, setUp: true, publish: true, propose: true }

beforeEach(() => {
  fakeBrowser()
  rights.convene = rights.setUp = true
  vi.stubGlobal('fetch', (path: string) => Promise.resolve(new Response(JSON.stringify(path === '/v1/tenants/ess' ? { slug: 'ess', can: rights, locales: ['nl'] } : { items: [] }))))
})
afterEach(() => vi.unstubAllGlobals())

const led = async (name: string) => (await screen.findByRole('link', { name })).getAttribute('href')

it('leads owners from the settings to what is moderated, the reasons that are ready, and handing over', async () => {
  show(<SettingsPage tenant="ess" />)
  expect(await led('Modereren')).toBe('/o/ess/modereren')
  expect(await led('Redenen die klaarstaan')).toBe('/o/ess/redenen')
  expect(await led('Overdragen')).toBe('/o/ess/overdragen')
})

it('leads conveners there from their agenda, and nobody else', async () => {
  const { unmount } = show(<AgendaPage tenant="ess" />)
  expect(await led('Modereren')).toBe('/o/ess/modereren')
  expect(await led('Overdragen')).toBe('/o/ess/overdragen')
  unmount()
  rights.convene = rights.setUp = false
  show([<AgendaPage key="agenda" tenant="ess" />, <SettingsPage key="settings" tenant="ess" />])
  await waitFor(() => expect(screen.queryByRole('link', { name: 'Modereren' })).toBeNull())
})
