import { act, fireEvent, screen, waitFor } from '@testing-library/preact'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import type { Thread, WaitingPost } from '@/api/types'
import { fakeBrowser } from '@/testing/browser'
import { kept } from '@/testing/idb-keyval'
import { show } from '@/testing/render'
import { type TakenBack, useTakenBack } from '../use-taken-back'
import { WaitingPosts } from './waiting-posts'

vi.mock('idb-keyval', () => import('@/testing/idb-keyval'))

const waits = { id: 'w1', name: 'Fatima', body: 'Donker.', html: '<p>Donker.</p>', files: [], why: 'room' } as unknown as WaitingPost
const cameBack = { ...waits, id: 'w2', said: 'Zonder namen graag.' }

const back = vi.fn<(one: TakenBack, asked: boolean) => void>()
/** What the server says: whether it answers, what still waits, and how it answers to the rest. */
const server = { away: false, waiting: [] as WaitingPost[], take: () => new Response(null, { status: 204 }), post: () => new Response('{}', { status: 404 }) }
const nothing = () => Promise.reject(new TypeError('network'))
/** What is kept in this browser of what was taken back. */
const keeps = () => ((kept.get('me/taken-back-t1') as TakenBack[] | undefined) ?? []).map(({ body }) => body)

function Room() {
  const take = useTakenBack('ess', 't1', 'me', back)
  return <WaitingPosts tenant="ess" thread={{ id: 't1' } as unknown as Thread} lastSeq={1} take={take} onTranslation={() => undefined} />
}

beforeEach(() => {
  kept.clear()
  back.mockReset()
  fakeBrowser()
  Object.assign(server, { away: false, waiting: [], take: () => new Response(null, { status: 204 }), post: () => new Response('{}', { status: 404 }) })
  vi.stubGlobal('fetch', (path: string, { method }: RequestInit) => {
    if (method === 'DELETE') return Promise.resolve().then(server.take)
    if (server.away) return nothing()
    return Promise.resolve(path.endsWith('/waiting-posts') ? new Response(JSON.stringify({ items: server.waiting })) : server.post())
  })
})
afterEach(() => vi.unstubAllGlobals())

async function open(...items: WaitingPost[]) {
  server.waiting = items
  show(<Room />)
  return (await screen.findByRole('heading', { level: 2 })).textContent
}
const take = () => fireEvent.click(screen.getByRole('button', { name: 'Terug naar mijn tekst' }))
const taken = expect.objectContaining({ id: 'w1', body: 'Donker.', quotes: null }) as TakenBack

it('calls what waits and what came back by what it is', async () => {
  expect(await open(waits)).toBe('Wacht op een blik')
  expect(screen.getByRole('article', { name: 'Uw bijdrage, die nog niemand leest' })).toBeTruthy()
})

it('says of what came back that it is not posted', async () => {
  expect(await open(cameBack)).toBe('Niet geplaatst')
  expect(screen.getByRole('article', { name: 'Uw bijdrage, die niet is geplaatst' })).toBeTruthy()
})

it('says of both that they are not posted yet', async () => {
  expect(await open(waits, cameBack)).toBe('Nog niet geplaatst')
})

it('gives back what the server let go of without an answer, and had kept it before it asked', async () => {
  const before: string[] = []
  await open(waits)
  server.take = () => {
    before.push(...keeps())
    server.waiting = []
    throw new TypeError('network')
  }
  take()
  await waitFor(() => expect(back).toHaveBeenCalledWith(taken, true))
  expect(before).toEqual(['Donker.'])
  await waitFor(() => expect(keeps()).toEqual([]))
  expect(back).toHaveBeenCalledTimes(1)
  expect(screen.queryByRole('alert')).toBeNull()
})

it('keeps it while nobody answers, says so, and gives it back once it is known to be gone', async () => {
  await open(waits)
  server.take = () => {
    server.away = true
    throw new TypeError('network')
  }
  take()
  expect((await screen.findByRole('alert')).textContent).toContain('Er kwam geen antwoord')
  expect(keeps()).toEqual(['Donker.'])
  Object.assign(server, { away: false, waiting: [] })
  await act(() => void dispatchEvent(new Event('online')))
  await waitFor(() => expect(back).toHaveBeenCalledWith(taken, false))
  await waitFor(() => expect(keeps()).toEqual([]))
})

it('gives back, when it is opened again, what was taken back in a page that closed', async () => {
  kept.set('me/taken-back-t1', [{ id: 'w1', body: 'Donker.', quotes: null, files: [] }])
  show(<Room />)
  await waitFor(() => expect(back).toHaveBeenCalledWith(taken, false))
})

it('says that it was let through meanwhile, also when nothing waits any more', async () => {
  await open(waits)
  Object.assign(server, {
    take: () => {
      server.waiting = []
      return new Response('{"code":"post.not-found","detail":"Weg."}', { status: 404 })
    },
    post: () => new Response('{"id":"w1","withdrawn":false}'),
  })
  take()
  await waitFor(() => expect(screen.queryByRole('article')).toBeNull())
  expect((await screen.findByRole('alert')).textContent).toContain('Uw bijdrage is intussen geplaatst.')
  expect(back).not.toHaveBeenCalled()
  expect(keeps()).toEqual([])
})

it('says at what still waits why it cannot be taken back, also when something else is taken back meanwhile', async () => {
  await open(waits, cameBack)
  let answers = 0
  server.take = () => {
    answers += 1
    if (answers === 1) return new Response('{"code":"x","detail":"Dat mag hier niet."}', { status: 403 })
    server.waiting = [waits]
    return new Response(null, { status: 204 })
  }
  for (const button of screen.getAllByRole('button', { name: 'Terug naar mijn tekst' })) fireEvent.click(button)
  await waitFor(() => expect(screen.getAllByRole('article')).toHaveLength(1))
  expect(screen.getByRole('article').textContent).toContain('Dat mag hier niet.')
})
