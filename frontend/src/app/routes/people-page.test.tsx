import { screen } from '@testing-library/preact'
import { useState } from 'react'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { fakeBrowser } from '@/testing/browser'
import { show } from '@/testing/render'
import PeoplePage from './people-page'

vi.mock('idb-keyval', () => import('@/testing/idb-keyval'))
vi.mock('wouter', async (original) => ({ ...(await original<object>()), useSearchParams: () => useState(() => new URLSearchParams()) }))

beforeEach(fakeBrowser)
afterEach(() => vi.unstubAllGlobals())

const person = (id: string, name: string) => ({ person: id, name, facets: [], languages: [], roles: [], reasons: [], can: { contact: false, nominate: false } })

it('invites others, and not oneself', async () => {
  vi.stubGlobal('fetch', (path: string) => {
    const answer = path === '/v1/me' ? { addresses: [{ id: 'a1' }], memberships: [{ tenant: 'ess', person: 'me' }] } : { items: [], next: null, can: { convene: true } }
    if (path.startsWith('/v1/tenants/ess/people')) Object.assign(answer, { items: [person('me', 'Fatima'), person('p2', 'Joost')] })
    if (path.startsWith('/v1/tenants/ess/issues')) Object.assign(answer, { items: [{ id: 'i1', title: 'Het plein', state: 'open', role: 'facilitator' }] })
    return Promise.resolve(new Response(JSON.stringify(answer)))
  })
  show(<PeoplePage tenant="ess" />)
  expect(await screen.findByRole('button', { name: /^Joost uitnodigen/ })).toBeTruthy()
  expect(screen.getByText('Fatima')).toBeTruthy()
  expect(screen.queryByRole('button', { name: /^Fatima uitnodigen/ })).toBeNull()
})
