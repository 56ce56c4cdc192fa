import { act, fireEvent, screen, waitFor } from '@testing-library/preact'
import { beforeEach, expect, it, vi } from 'vitest'
import type { Post, PostPage, Thread } from '@/api/types'
import { fakeBrowser, FakeSocket } from '@/testing/browser'
import { show } from '@/testing/render'
import { Conversation } from './conversation'

const post = (seq: number, html: string, author = 'joost'): Post => ({
  id: `p${String(seq)}`,
  seq,
  change: seq,
  author,
  name: author === 'me' ? 'Fatima' : 'Joost',
  capacity: 'personal',
  html,
  createdAt: '2026-01-01T00:00:00Z',
  withdrawn: false,
  version: 1,
})
const first: PostPage = { items: [post(1, 'Oud'), post(2, 'Nieuw')], hasBefore: false, hasAfter: false, lastSeq: 2, lastChange: 2 }
const thread: Thread = {
  id: 't1',
  title: 'Het plein',
  regime: 'trusted',
  visibility: 'invited',
  lastSeq: 2,
  lastPostAt: '2026-01-01T00:00:00Z',
  unread: 1,
  firstUnread: 2,
  issue: 'i1',
  issueTitle: 'Opgave',
  readers: 'participants',
  lastChange: 2,
  readRanges: [[1, 1]],
  me: { person: 'me', name: 'Fatima', capacity: 'personal' },
  can: { reply: true },
}

const server = vi.fn<(path: string, init: RequestInit) => Promise<Response>>()
const keys = () => server.mock.calls.filter(([, init]) => init.method === 'POST').map(([, init]) => new Headers(init.headers).get('Idempotency-Key'))

beforeEach(() => {
  fakeBrowser()
  server.mockReset()
  server.mockImplementation(() => Promise.resolve(new Response('{}', { status: 404 })))
  vi.stubGlobal('fetch', server)
})

const field = () => screen.getByLabelText<HTMLTextAreaElement>('Uw bijdrage')
function write(text: string) {
  show(<Conversation tenant="ess" thread={thread} first={first} signedIn />)
  fireEvent.input(field(), { target: { value: text } })
}
const send = () => fireEvent.click(screen.getByRole('button', { name: 'Plaats bijdrage' }))
const onPost = (answer: () => Promise<Response>) =>
  server.mockImplementation((_, init) => (init.method === 'POST' ? answer() : Promise.resolve(new Response('{}', { status: 404 }))))

it('marks where the unread begins, as a heading', () => {
  show(<Conversation tenant="ess" thread={thread} first={first} signedIn />)
  expect(screen.getByRole('heading', { name: '1 nieuwe bijdrage' })).toBeTruthy()
})

it('says beside the field who reads it', () => {
  show(<Conversation tenant="ess" thread={thread} first={first} signedIn />)
  expect(screen.getByText('Alleen de mensen die meedoen aan deze opgave.')).toBeTruthy()
})

it('shows a post before the server has answered, and once after', async () => {
  let answer: (response: Response) => void = () => undefined
  onPost(() => new Promise((resolve) => (answer = resolve)))
  write('Ik ben het eens')
  send()
  expect(screen.getByText('Wordt verstuurd …')).toBeTruthy()
  expect(field().value).toBe('')
  await act(() => answer(new Response(JSON.stringify(post(3, 'Ik ben het eens', 'me')), { status: 201 })))
  await waitFor(() => expect(screen.queryByText('Wordt verstuurd …')).toBeNull())
  expect(screen.getAllByText('Ik ben het eens')).toHaveLength(1)
})

it('tries again with the same key when no answer came', async () => {
  onPost(() => Promise.reject(new TypeError('network')))
  write('Kom ik aan?')
  send()
  fireEvent.click(await screen.findByRole('button', { name: 'Opnieuw proberen' }))
  await waitFor(() => expect(keys()).toHaveLength(2))
  expect(keys()[0]).toBe(keys()[1])
})

it('gives the text back when it is refused, and says why', async () => {
  onPost(() => Promise.resolve(new Response(JSON.stringify({ code: 'text.too-long', detail: 'Deze tekst is te lang.' }), { status: 400 })))
  write('Veel te lang')
  send()
  expect(await screen.findByText('Deze tekst is te lang.')).toBeTruthy()
  expect(field().value).toBe('Veel te lang')
})

it('holds what arrives while somebody types until they ask for it', async () => {
  write('Ik typ nog')
  field().focus()
  const socket = FakeSocket.last
  await act(() => {
    socket?.onopen?.()
    socket?.receive({ type: 'event', topic: 'thread:t1', seq: 3, kind: 'thread.replied', data: post(3, 'Intussen') })
  })
  expect(screen.queryByText('Intussen')).toBeNull()
  fireEvent.click(await screen.findByRole('button', { name: '1 nieuwe bijdrage' }))
  expect(screen.getByText('Intussen')).toBeTruthy()
  expect(field().value).toBe('Ik typ nog')
})
