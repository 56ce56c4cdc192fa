import { screen, waitFor } from '@testing-library/preact'
import { afterEach, expect, it, vi } from 'vitest'
import { onAnnouncement } from '@/lib/announcer'
import { show } from '@/testing/render'
import type { Found } from '../api'
import { readFilter } from '../filter'
import { Results } from './results'

const NOTHING: Found = {
  items: [],
  people: [],
  peopleLater: false,
  total: 0,
  more: false,
  nearness: 'exact',
  facets: { kind: [], tenant: [], theme: [], region: [] },
  next: null,
}
const HIT: Found['items'][number] = {
  kind: 'post',
  id: 'p1',
  tenant: 'ess',
  tenantName: 'ESS',
  title: 'Wat gebeurt er?',
  issueTitle: 'Het plein',
  snippet: 'Het <mark>licht</mark> is uit',
  url: '/o/ess/gesprekken/t1#7',
  at: '2026-11-24T10:00:00Z',
}
const NOOR: Found['people'][number] = {
  person: 'r1',
  name: 'Noor',
  tenant: 'ess',
  tenantName: 'ESS',
  byName: false,
  facets: [{ kind: 'expertise', name: 'licht', matched: true }],
}

const answer = (body: unknown, status = 200) => Promise.resolve(new Response(JSON.stringify(body), { status, headers: { 'Content-Type': 'application/problem+json' } }))

function ask(address: string, reply: () => Promise<Response>) {
  const said: string[] = []
  const stop = onAnnouncement((sentence) => said.push(sentence))
  vi.stubGlobal('fetch', reply)
  const changes: unknown[] = []
  show(<Results filter={readFilter(new URLSearchParams(address))} signedIn={false} signIn={<a href="/aanmelden">in</a>} onChange={(change) => changes.push(change)} />)
  return { said, stop, changes }
}

afterEach(() => {
  vi.unstubAllGlobals()
  vi.restoreAllMocks()
})

it('says once how much there is, and leads to the very post, with its issue', async () => {
  const { said, stop } = ask('q=licht', () => answer({ ...NOTHING, items: [HIT], total: 1 }))
  const link = await screen.findByRole('link', { name: 'Wat gebeurt er?' })
  expect(link.getAttribute('href')).toBe('/o/ess/gesprekken/t1#7')
  expect(screen.getByText('In ‘Het plein’')).toBeTruthy()
  await waitFor(() => expect(said).toEqual(['1 resultaat']))
  stop()
})

it('shows people after the rest when only what they know fits, and first when their name does', async () => {
  for (const [byName, order] of [
    [false, ['Wat gebeurt er?', 'Noor']],
    [true, ['Noor', 'Wat gebeurt er?']],
  ] as const) {
    const { stop } = ask('q=licht', () => answer({ ...NOTHING, items: [HIT], people: [{ ...NOOR, byName }], total: 2 }))
    await screen.findByRole('link', { name: 'Noor' })
    expect(screen.getAllByRole('link').map((link) => link.textContent)).toEqual(order)
    stop()
    document.body.replaceChildren()
  }
})

it('says so when it is not quite what was asked', async () => {
  const { stop } = ask('q=lihct', () => answer({ ...NOTHING, items: [HIT], total: 1, nearness: 'similar' }))
  await screen.findByText('Precies ‘lihct’ staat nergens. Dit lijkt erop.')
  stop()
})

it('offers to search without filters when they leave nothing', async () => {
  const { changes, stop } = ask('q=licht&kind=post&tenant=ess', () => answer(NOTHING))
  ;(await screen.findByRole('button', { name: 'Zoek zonder filters' })).click()
  expect(changes).toEqual([{ q: 'licht', kind: '', tenant: '', theme: '', region: '', from: '', to: '' }])
  stop()
})

it('asks a visitor who looks for people to sign in', async () => {
  const { stop } = ask('q=noor&kind=person', () => answer(NOTHING))
  await screen.findByText('Meld u aan om mensen te vinden')
  stop()
})

it('says that searching is not possible while it is not, without a fault', async () => {
  const { stop } = ask('q=licht', () => answer({ code: 'search.unavailable' }, 503))
  await screen.findByText('Zoeken lukt nu even niet. De resultaten komen vanzelf.')
  expect(screen.queryByRole('alert')).toBeNull()
  stop()
})

it('says that there is no connection when it asks for other words, and not that it is still looking', async () => {
  vi.spyOn(navigator, 'onLine', 'get').mockReturnValue(false)
  const { said, stop } = ask('q=licht', () => Promise.reject(new TypeError('Failed to fetch')))
  expect((await screen.findByRole('alert')).textContent).toContain('Er is geen verbinding. Uw zoekwoorden blijven staan.')
  expect(screen.getByRole('button', { name: 'Opnieuw proberen' })).toBeTruthy()
  expect(said).toEqual([])
  stop()
})
