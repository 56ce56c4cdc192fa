import { QueryClient } from '@tanstack/react-query'
import { expect, it, vi } from 'vitest'
import { everyNetworkQuery } from './api'

it('knows every network that one can choose from, however many there are', async () => {
  const paths: string[] = []
  vi.stubGlobal('fetch', (path: string) => {
    paths.push(path)
    return Promise.resolve(new Response(JSON.stringify(path.includes('cursor=n1') ? { items: [{ id: 'n2' }], next: null } : { items: [{ id: 'n1' }], next: 'n1' })))
  })
  expect(await new QueryClient().fetchQuery(everyNetworkQuery('ess'))).toEqual([{ id: 'n1' }, { id: 'n2' }])
  expect(paths).toEqual(['/v1/tenants/ess/networks?limit=100', '/v1/tenants/ess/networks?cursor=n1&limit=100'])
})
