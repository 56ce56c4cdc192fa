import { screen, waitFor } from '@testing-library/preact'
import { afterEach, expect, it, vi } from 'vitest'
import type { Thread } from '@/api/types'
import { show } from '@/testing/render'
import { SpeaksAs } from './speaks-as'

afterEach(() => vi.unstubAllGlobals())

const RUNS = { id: 't1', issue: 'i1', regime: 'trusted', me: { capacity: 'personal' }, can: { facilitate: true } }
const MEMBER = [{ tenant: 'ess', tenantName: 'Expertise-unit', role: 'convener' }]
const server = vi.fn<() => Promise<Response>>()

function enter(thread: object, memberships: object[] = MEMBER) {
  server.mockReset()
  server.mockImplementation(() => Promise.resolve(new Response(JSON.stringify({ addresses: [{ id: 'a1' }], memberships }))))
  vi.stubGlobal('fetch', server)
  show(<SpeaksAs tenant="ess" thread={{ ...RUNS, ...thread } as unknown as Thread} owner="a1" />)
}

it('asks whoever runs the issue, and speaks in a personal capacity', async () => {
  enter({})
  expect(await screen.findByRole('heading', { name: 'Hoe spreekt u hier?' })).toBeTruthy()
})

it.each([
  ['who takes part was asked before', { can: { facilitate: false } }, MEMBER],
  ['who speaks as an official chose that', { me: { capacity: 'official' } }, MEMBER],
  ['where names are not known it says nothing', { regime: 'confidential' }, MEMBER],
  ['who belongs to no organisation has no choice', {}, []],
] as const)('asks nobody else: %s', async (_, thread, memberships) => {
  enter(thread, [...memberships])
  await waitFor(() => expect(server).toHaveBeenCalled())
  await new Promise((done) => setTimeout(done, 50))
  expect(screen.queryByRole('heading')).toBeNull()
})
