import { act, renderHook, waitFor } from '@testing-library/preact'
import { beforeEach, expect, it, vi } from 'vitest'
import type { Post, PostPage } from '@/api/types'
import { fakeBrowser, FakeSocket } from '@/testing/browser'
import { useTimeline } from './use-timeline'

const post = (seq: number, change: number, withdrawn: boolean) => ({ id: `p${String(seq)}`, seq, change, html: '', withdrawn }) as unknown as Post
const first: PostPage = { items: [post(1, 1, false), post(2, 2, false)], hasBefore: false, hasAfter: true, lastSeq: 3, lastChange: 3 }
const now: PostPage = { ...first, items: [post(1, 90, true), post(2, 2, false)], lastChange: 90 }
const json = (body: unknown, status = 200) => Promise.resolve(new Response(JSON.stringify(body), { status }))
const server = vi.fn<(path: string) => Promise<Response>>()

/** How long it waits by itself before it tries again. */
let pause = 0
vi.mock('@/lib/backoff', () => ({ backoff: () => pause }))

beforeEach(() => {
  pause = 60_000
  fakeBrowser()
  server.mockReset()
  server.mockImplementation(() => json({}, 503))
  vi.stubGlobal('fetch', server)
})

/** In a conversation that was told that it missed too much, while nothing could be fetched. */
async function behind() {
  const { result } = renderHook(() => useTimeline('ess', 't1', first, () => true))
  await act(() => {
    FakeSocket.last?.onopen?.()
    FakeSocket.last?.receive({ type: 'resync', topic: 'thread:t1', seq: 90 })
  })
  await waitFor(() => expect(result.current.outdated).toBe(true))
  const isUpToDate = () => !result.current.outdated && result.current.timeline.posts[0]?.withdrawn
  return { live: () => result.current, isUpToDate, catchesUp: () => waitFor(() => expect(isUpToDate()).toBe(true)) }
}

it('tries by itself to fetch what it missed, until it has it', async () => {
  pause = 5
  const { catchesUp } = await behind()
  await waitFor(() => expect(server.mock.calls.length).toBeGreaterThan(2))
  server.mockImplementation(() => json(now))
  await catchesUp()
  server.mockClear()
  await new Promise((later) => setTimeout(later, 30))
  expect(server).not.toHaveBeenCalled()
})

it.each([
  ['there is a connection again', () => FakeSocket.last?.onopen?.()],
  ['there is a network again', () => void dispatchEvent(new Event('online'))],
])('fetches at once what it missed when %s', async (_, comes) => {
  const { catchesUp } = await behind()
  server.mockImplementation(() => json(now))
  comes()
  await catchesUp()
})

it('is still behind when other posts come, and catches up when it is asked to', async () => {
  const { live, isUpToDate } = await behind()
  server.mockImplementation(() => json({ ...first, items: [post(3, 3, false)], hasAfter: false }))
  await act(() => live().more('after'))
  expect(live().outdated).toBe(true)
  server.mockImplementation((path) => json({ ...now, items: path.includes('after=0') ? now.items : [post(3, 3, false)] }))
  await act(() => live().refresh())
  expect(isUpToDate()).toBe(true)
})

it('leaves out what continued the part that the reader has left', async () => {
  const { result } = renderHook(() => useTimeline('ess', 't1', { ...first, items: [post(20, 20, false)], hasBefore: true, lastSeq: 99 }, () => true))
  let older: (answer: Response) => void = () => undefined
  server.mockImplementation((path) => (path.includes('before=') ? new Promise((come) => (older = come)) : json({ ...first, items: [post(98, 98, false), post(99, 99, false)], hasAfter: false, lastSeq: 99 })))
  let coming: Promise<void> = Promise.resolve()
  act(() => {
    coming = result.current.more('before')
  })
  await act(() => result.current.jump({}))
  await act(async () => {
    older(await json({ ...first, items: [post(18, 18, false), post(19, 19, false)], lastSeq: 99 }))
    await coming
  })
  expect(result.current.timeline.posts.map(({ seq }) => seq)).toEqual([98, 99])
  expect(result.current.loading).toBe(false)
})
