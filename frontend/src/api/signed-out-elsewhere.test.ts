import { QueryClient } from '@tanstack/react-query'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { keepDraft } from '@/lib/drafts'
import { kept } from '@/testing/idb-keyval'
import { request } from './client'
import { isLeaving, onSignedOut, sessionQuery } from './session'

vi.mock('idb-keyval', () => import('@/testing/idb-keyval'))

// What other files of tests left listens in the same window: only these are told.
const listening = vi.hoisted(() => vi.spyOn(window, 'addEventListener'))
const tell = (type: 'storage' | 'pageshow') => {
  for (const [heard, listener] of listening.mock.calls) if (heard === type) (listener as () => void)()
}

const reload = vi.fn()
const away = vi.fn()
const fetched = vi.fn(() => Promise.resolve(new Response(JSON.stringify({ addresses: [{ id: 'fatima' }], memberships: [] }))))
const draft = { text: 'Nog niet klaar.', savedAt: 1 }

/** What a tab hears when another one wrote down whose browser it is. */
const another = (writer: string) => {
  localStorage.setItem('np-writer', writer)
  tell('storage')
}

beforeAll(async () => {
  vi.stubGlobal('location', { reload })
  vi.stubGlobal('fetch', fetched)
  onSignedOut(away)
  await new QueryClient().fetchQuery(sessionQuery)
})
afterAll(() => {
  listening.mockRestore()
  vi.unstubAllGlobals()
  kept.clear()
})

it('stays, and keeps what is typed, as long as nobody signed out', async () => {
  another('fatima')
  await keepDraft('fatima/reply-t1', draft)
  expect(kept.size).toBe(1)
  expect([away, reload].some((went) => went.mock.calls.length > 0)).toBe(false)
})

it('leaves what it shows when its reader signed out in another tab, and keeps nothing of it', async () => {
  another('')
  // Also of places that it left does it hear that they are gone.
  tell('storage')
  expect(away).toHaveBeenCalledTimes(1)
  expect(reload).not.toHaveBeenCalled()
  expect(isLeaving()).toBe(true)
  await keepDraft('fatima/reply-t1', draft)
  expect(kept.size).toBe(0)
  expect(sessionStorage).toHaveLength(0)
  await expect(request('POST', '/v1/posts', { body: {} })).rejects.toMatchObject({ status: 401 })
  expect(fetched).toHaveBeenCalledTimes(1)
})

it('begins anew when it comes back out of the memory of the browser, whoever is there by then', () => {
  localStorage.setItem('np-writer', 'fatima')
  tell('pageshow')
  expect(reload).toHaveBeenCalledTimes(1)
})
