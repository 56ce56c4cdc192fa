import { QueryClient } from '@tanstack/react-query'
import { afterEach, expect, it, vi } from 'vitest'
import { request } from './client'
import { doubtWho, sessionQuery } from './session'

afterEach(() => vi.unstubAllGlobals())

it('lets nothing out in the name of the next one, also while the page is about to begin anew', async () => {
  const reload = vi.fn()
  vi.stubGlobal('location', { reload })
  let me = { addresses: [{ id: 'fatima' }], memberships: [] }
  const asked = vi.fn<(path: string) => Promise<Response>>(() => Promise.resolve(new Response(JSON.stringify(me))))
  vi.stubGlobal('fetch', asked)
  const client = new QueryClient()

  await client.fetchQuery({ ...sessionQuery, staleTime: 0 })
  doubtWho()
  me = { addresses: [{ id: 'rachid' }], memberships: [] }
  await client.fetchQuery({ ...sessionQuery, staleTime: 0 })
  expect(reload).toHaveBeenCalled()
  await expect(request('POST', '/v1/posts', { body: {} })).rejects.toMatchObject({ status: 401 })
  expect(asked.mock.calls.every(([path]) => path === '/v1/me')).toBe(true)
})
