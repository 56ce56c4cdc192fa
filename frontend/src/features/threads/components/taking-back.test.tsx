import { fireEvent, screen, waitFor } from '@testing-library/preact'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import type { Post, PostPage, Thread } from '@/api/types'
import { fakeBrowser } from '@/testing/browser'
import { kept } from '@/testing/idb-keyval'
import { show } from '@/testing/render'
import { Conversation } from './conversation'

vi.mock('idb-keyval', () => import('@/testing/idb-keyval'))

const post = (seq: number, html: string, author = 'joost') =>
  ({ id: `p${String(seq)}`, seq, change: seq, author, name: 'Joost', capacity: 'personal', html, createdAt: '2026-01-01T00:00:00Z', withdrawn: false, version: 1, translations: [] }) as unknown as Post
const first: PostPage = { items: [post(1, 'Oud')], hasBefore: false, hasAfter: false, lastSeq: 1, lastChange: 1 }
const thread = {
  id: 't1',
  title: 'Het plein',
  regime: 'trusted',
  visibility: 'invited',
  posts: 1,
  lastPostAt: '2026-01-01T00:00:00Z',
  firstUnread: null,
  lastChange: 1,
  issue: 'i1',
  issueTitle: 'Opgave',
  answered: false,
  readers: 'participants',
  unread: 0,
  lastSeq: 1,
  sheet: { purpose: 'Het plein', organisation: 'Zaanrade', aliases: [], facilitators: [], governmentBodies: [], lookedAtFirst: false, holds: [] },
  readRanges: [[1, 1]],
  me: { person: 'me', name: 'Fatima', capacity: 'personal' },
  can: { reply: true, translate: false, facilitate: false, accept: false },
  kind: 'talk',
  pinned: [],
  answers: [],
} as unknown as Thread
const waiting = { id: 'w1', name: 'Fatima', body: 'Donker.', html: '<p>Donker.</p>', files: [], why: 'room' }

type Server = (method: string, path: string) => Response | undefined
let says: Server = () => undefined
beforeEach(() => {
  kept.clear()
  sessionStorage.clear()
  fakeBrowser()
  vi.stubGlobal('fetch', (path: string, { method = 'GET' }: RequestInit) => Promise.resolve().then(() => says(method, path) ?? new Response('{}', { status: 404 })))
})
afterEach(() => vi.unstubAllGlobals())

const json = (body: object, status = 200) => new Response(JSON.stringify(body), { status })
const field = () => screen.getByLabelText<HTMLTextAreaElement>('Uw bijdrage')
const open = () => show(<Conversation tenant="ess" thread={thread} first={first} owner="me" onStale={() => undefined} />)
const writes = (text: string) => fireEvent.input(field(), { target: { value: text } })

it('leaves what is being written its answer when another text is taken back', async () => {
  let items = [waiting]
  says = (method, path) => {
    if (method === 'DELETE' && path.endsWith('/waiting-posts/w1')) {
      items = []
      return new Response(null, { status: 204 })
    }
    return path.endsWith('/waiting-posts') ? json({ items }) : undefined
  }
  open()
  fireEvent.click(screen.getByRole('button', { name: 'Antwoord op bijdrage 1' }))
  writes('Dat denk ik ook.')
  fireEvent.click(await screen.findByRole('button', { name: 'Terug naar mijn tekst' }))
  await waitFor(() => expect(field().value).toBe('Donker.\n\nDat denk ik ook.'))
  expect(screen.getByRole('link', { name: /^U antwoordt op bijdrage 1/ })).toBeTruthy()
})

/** Posts, undoes it, and hears nothing of that; then the server says what became of it. */
async function undoes(became: Partial<Post>) {
  const before: unknown[] = []
  says = (method, path) => {
    if (method === 'POST') return json(post(2, 'Te snel', 'me'), 201)
    if (method === 'DELETE' && path.endsWith('/posts/p2')) {
      before.push(...(kept.get('me/taken-back-t1') as unknown[]))
      throw new TypeError('network')
    }
    if (path.endsWith('/waiting-posts')) return json({ items: [] })
    return path.endsWith('/posts/p2') ? json({ ...post(2, 'Te snel', 'me'), body: '', ...became }) : undefined
  }
  open()
  writes('Te snel')
  fireEvent.click(screen.getByRole('button', { name: 'Plaats bijdrage' }))
  fireEvent.click(await screen.findByRole('button', { name: /Ongedaan maken/ }))
  await waitFor(() => expect(before).toEqual([expect.objectContaining({ id: 'p2', body: 'Te snel' })]))
}

it('gives a text back that was undone without an answer', async () => {
  await undoes({ withdrawn: true })
  await waitFor(() => expect(field().value).toBe('Te snel'))
  await waitFor(() => expect(screen.queryByRole('button', { name: /Ongedaan maken/ })).toBeNull())
  expect(kept.has('me/taken-back-t1')).toBe(false)
})

it('can be undone again when it was not, and says so', async () => {
  await undoes({ withdrawn: false })
  await screen.findByText(/^Het intrekken is niet gelukt/)
  expect(screen.getByRole('button', { name: /Ongedaan maken/ })).toBeTruthy()
  expect(field().value).toBe('')
  expect(kept.has('me/taken-back-t1')).toBe(false)
})
