import { fireEvent, screen } from '@testing-library/preact'
import { afterEach, expect, it, vi } from 'vitest'
import { show } from '@/testing/render'
import type { MyFacets } from '../api'
import { HideSwitch } from './hide-switch'
import { MyConsents } from './my-consents'
import { WhoSawMe } from './who-saw-me'

const SPORT = { id: 't1', key: 'sport', kind: 'theme', name: 'Sport' } as unknown as MyFacets['items'][number]['term']
const facets = (hidden: boolean): MyFacets => ({ items: [{ term: SPORT, kind: 'interest', audience: 'platform', consentedAt: '2026-11-01T09:00:00Z' }], invitationsPerMonth: 3, hidden, contactable: true })
const answer = (body: unknown, status = 200) => Promise.resolve(new Response(JSON.stringify(body), { status, headers: { 'Content-Type': status === 200 ? 'application/json' : 'application/problem+json', ETag: '"2"' } }))

afterEach(() => vi.unstubAllGlobals())

it('hides at once, says what stays, and leads back', async () => {
  const asked: string[] = []
  vi.stubGlobal('fetch', (url: string, init: RequestInit) => {
    asked.push(`${init.method ?? ''} ${new URL(url, 'http://x').pathname}`)
    return answer(facets(true))
  })
  const onChanged = vi.fn()
  const { unmount } = show(<HideSwitch facets={facets(false)} onChanged={onChanged} />)
  screen.getByText(/blijft u meedoen/)
  fireEvent.click(screen.getByRole('button', { name: 'Verberg mij overal' }))
  await vi.waitFor(() => expect(onChanged).toHaveBeenCalled())
  expect(asked).toEqual(['POST /v1/me/facets/_hide'])
  unmount()
  show(<HideSwitch facets={facets(true)} onChanged={onChanged} />)
  fireEvent.click(screen.getByRole('button', { name: 'Laat mij weer vinden' }))
  await vi.waitFor(() => expect(asked).toContain('POST /v1/me/facets/_show'))
})

it('says so when hiding failed, and offers it again', async () => {
  vi.stubGlobal('fetch', () => Promise.reject(new TypeError('offline')))
  show(<HideSwitch facets={facets(false)} onChanged={() => undefined} />)
  fireEvent.click(screen.getByRole('button', { name: 'Verberg mij overal' }))
  await screen.findByRole('alert')
  screen.getByRole('button', { name: 'Verberg mij overal' })
})

it('tells by day who saw me, where and why', async () => {
  const look = (day: string, sight: string) => ({ day, organisation: 'Gemeente Zaanrade', looker: 'convener', sight })
  vi.stubGlobal('fetch', () => answer({ items: [look('2026-11-27', 'directory'), look('2026-11-27', 'hands'), look('2026-11-02', 'members')], next: null }))
  show(<WhoSawMe />)
  await screen.findByRole('heading', { name: '27 november 2026' })
  screen.getByRole('heading', { name: '2 november 2026' })
  expect(screen.getAllByText(/^Een adviseur zag u/)).toHaveLength(3)
})

it('says what stays empty, and what could not be read', async () => {
  vi.stubGlobal('fetch', (url: string) => (url.includes('looks') ? answer({ items: [], next: null }) : answer({ detail: 'Weg.', code: 'internal' }, 500)))
  show(
    <>
      <WhoSawMe />
      <MyConsents />
    </>,
  )
  await screen.findByText(/zag niemand met een rol/)
  await screen.findByRole('alert')
})

it('tells what I agreed to, and when that ended', async () => {
  const given = { term: SPORT, kind: 'interest', audience: 'platform', version: '2026-11', givenAt: '2026-11-01T09:00:00Z' }
  vi.stubGlobal('fetch', () => answer({ items: [{ ...given, endedAt: null }, { ...given, term: null, endedAt: '2026-11-20T09:00:00Z' }] }))
  show(<MyConsents />)
  await screen.findByText('Sport')
  screen.getByText(/dat er niet meer is/)
  screen.getByText(/Ingetrokken of veranderd op 20 november 2026/)
})
