import { screen, waitFor } from '@testing-library/preact'
import { afterEach, expect, it, vi } from 'vitest'
import type { Thread } from '@/api/types'
import { show } from '@/testing/render'
import { RoomQueue } from './room-queue'

afterEach(() => vi.unstubAllGlobals())

const asked: string[] = []

/** Somebody in a conversation in which one contribution waits. */
function enter(thread: object, { convene = false, role = 'participant' } = {}) {
  const answers: Record<string, object> = {
    '/v1/me': { addresses: [{ id: 'a1' }], memberships: [] },
    '/v1/tenants/ess': { slug: 'ess', can: { convene } },
    '/v1/tenants/ess/issues/i1': { id: 'i1', role },
    '/v1/tenants/ess/waiting-posts?thread=t1': { items: [{ id: 'w1' }], next: null },
  }
  asked.length = 0
  vi.stubGlobal('fetch', (path: string) => {
    asked.push(path)
    return Promise.resolve(new Response(JSON.stringify(answers[path])))
  })
  show(<RoomQueue tenant="ess" thread={{ id: 't1', issue: 'i1', readers: 'everyone', me: null, can: { reply: false, facilitate: false }, ...thread } as unknown as Thread} />)
}
const link = () => screen.findByRole('link', { name: '1 bijdrage wacht op een blik' })
const settled = (path: string) => waitFor(() => expect(asked).toContain(path))

it('shows whoever decides for the organisation that something waits where everybody reads along', async () => {
  enter({}, { convene: true })
  expect(await link()).toBeTruthy()
})

it('shows it to whoever runs the issue, in a closed room too', async () => {
  enter({ readers: 'participants', me: {}, can: { reply: true, facilitate: true } })
  expect(await link()).toBeTruthy()
})

it('shows it to whoever runs the issue when nobody speaks there any more', async () => {
  enter({ readers: 'participants', me: {} }, { role: 'facilitator' })
  expect(await link()).toBeTruthy()
})

it('asks nothing of it for others: who convenes does not look into closed rooms, and who takes part lets nothing through', async () => {
  enter({ readers: 'participants', me: {} }, { convene: true })
  await settled('/v1/tenants/ess')
  await settled('/v1/tenants/ess/issues/i1')
  expect(screen.queryByRole('link')).toBeNull()
  expect(asked.join()).not.toContain('waiting-posts')
})
