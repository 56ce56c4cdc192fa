import { createEvent, fireEvent, screen, waitFor } from '@testing-library/preact'
import { useState } from 'react'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { onAnnouncement } from '@/lib/announcer'
import { fakeBrowser } from '@/testing/browser'
import { show } from '@/testing/render'
import IssuesPage from './issues-page'
import KnowledgePage from './knowledge-page'
import PeoplePage from './people-page'

vi.mock('idb-keyval', () => import('@/testing/idb-keyval'))
vi.mock('wouter', async (original) => ({ ...(await original<object>()), useSearchParams: () => useState(() => new URLSearchParams()) }))

beforeEach(fakeBrowser)
afterEach(() => vi.unstubAllGlobals())

const REGION = { id: 'r1', kind: 'region', name: 'Zaanstreek' }

it.each([
  ['issues', IssuesPage],
  ['products', KnowledgePage],
  ['people', PeoplePage],
])('a filter of %s says what it leaves once that is there, and the first list says nothing', async (name, Page) => {
  let narrowed: (response: Response) => void = () => undefined
  vi.stubGlobal('fetch', (path: string) => {
    if (path.endsWith('/terms')) return Promise.resolve(new Response(JSON.stringify({ items: [REGION] })))
    if (path.startsWith(`/v1/tenants/ess/${name}?`) && path.includes('region=r1')) return new Promise<Response>((done) => (narrowed = done))
    return Promise.resolve(new Response(JSON.stringify({ items: [], next: null, memberships: [], addresses: [], can: {} })))
  })
  const heard: string[] = []
  const deaf = onAnnouncement((sentence) => heard.push(sentence))
  show(<Page tenant="ess" />)
  const region = await screen.findByRole<HTMLSelectElement>('combobox', { name: 'Regio' })
  await screen.findByRole('heading', { level: 2 })
  // `fireEvent.change` makes an input event of it.
  fireEvent(region, createEvent.change(region, { target: { value: 'r1' } }))
  await new Promise((done) => setTimeout(done, 20))
  expect(heard).toEqual([])
  narrowed(new Response(JSON.stringify({ items: [], next: null })))
  await waitFor(() => expect(heard).toEqual(['Niets gevonden']))
  deaf()
})
