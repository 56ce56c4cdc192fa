import { fireEvent, screen, waitFor } from '@testing-library/preact'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import type { Post, Thread } from '@/api/types'
import { kept } from '@/testing/idb-keyval'
import { Around, show } from '@/testing/render'
import type { OwnPosts } from '../use-own-posts'
import { useTranslating } from '../use-translating'

vi.mock('idb-keyval', () => import('@/testing/idb-keyval'))

const thread = { id: 't1', issue: 'i1', regime: 'confidential' } as unknown as Thread
const post = (id: string, version = 1) => ({ id, seq: Number(id.slice(1)), version, withdrawn: false, translations: [] }) as unknown as Post
interface Sent {
  body: string
  translates: { postId: string; version: number; language: string }
}
const sent: Sent[] = []
let answer: (status: number, body: object) => void = () => undefined

beforeEach(() => {
  kept.clear()
  kept.set('me/translated-into', { text: 'ar', savedAt: 1 })
  sent.length = 0
  vi.stubGlobal('fetch', (_: string, { method, body }: RequestInit) => {
    if (method !== 'POST') return Promise.resolve(new Response('{"items":[]}'))
    sent.push(JSON.parse(String(body)) as Sent)
    return new Promise<Response>((resolve) => {
      answer = (status, said) => resolve(new Response(JSON.stringify(said), { status, headers: { 'Content-Type': 'application/json' } }))
    })
  })
})
afterEach(() => vi.unstubAllGlobals())

const own = { remember: () => undefined } as unknown as OwnPosts
function Room({ posts }: { posts: Post[] }) {
  const { open, below } = useTranslating({ tenant: 'ess', thread, owner: 'me', own, posts, onMade: () => undefined, take: () => Promise.resolve('stands') })
  return (
    <>
      {posts.map((it) => (
        <button key={it.id} onClick={() => open(it)}>
          Vertaal {it.seq}
        </button>
      ))}
      {below?.part}
    </>
  )
}
const field = () => screen.findByLabelText<HTMLTextAreaElement>('De vertaling')
const press = (name: string) => fireEvent.click(screen.getByRole('button', { name }))
async function writes(text: string) {
  fireEvent.input(await field(), { target: { value: text } })
}
async function sends(text: string) {
  await writes(text)
  press('Plaats vertaling')
  await waitFor(() => expect(sent).toHaveLength(1))
}
const draftOf = (id: string) => (kept.get(`me/translate-ar-${id}`) as { text: string } | undefined)?.text ?? ''

it('takes nothing in while the translation is on its way, and keeps it as a draft until it has arrived', async () => {
  show(<Room posts={[post('p1')]} />)
  press('Vertaal 1')
  await sends('Een zin')
  await waitFor(async () => expect((await field()).readOnly).toBe(true))
  expect(screen.getByLabelText('In welke taal?').getAttribute('aria-disabled')).toBe('true')
  expect(draftOf('p1')).toBe('Een zin')
  answer(201, { id: 'p9', seq: 9 })
  await waitFor(() => expect(screen.queryByLabelText('De vertaling')).toBeNull())
  expect(draftOf('p1')).toBe('')
})

it('has the whole text to go on with when it did not arrive', async () => {
  show(<Room posts={[post('p1')]} />)
  press('Vertaal 1')
  await sends('Een zin')
  answer(409, { code: 'thread.ended', detail: 'Dit gesprek is gesloten.', errors: [] })
  expect(await screen.findByText('Dit gesprek is gesloten.')).toBeTruthy()
  expect((await field()).value).toBe('Een zin')
  expect((await field()).readOnly).toBe(false)
  expect(draftOf('p1')).toBe('Een zin')
})

it('stays where it is until it has arrived: nothing else is begun in its place, and nothing goes with it', async () => {
  show(<Room posts={[post('p1'), post('p2')]} />)
  press('Vertaal 1')
  await sends('Een zin')
  press('Vertaal 2')
  press('Sluiten')
  expect(screen.getByText('Uw vertaling van bijdrage 1')).toBeTruthy()
  answer(201, { id: 'p9', seq: 9 })
  await waitFor(() => expect(screen.queryByLabelText('De vertaling')).toBeNull())
  press('Vertaal 2')
  expect(await screen.findByText('Uw vertaling van bijdrage 2')).toBeTruthy()
})

it('does not throw away what was gone on with elsewhere while it was on its way', async () => {
  show(<Room posts={[post('p1')]} />)
  press('Vertaal 1')
  await sends('Een zin')
  kept.set('me/translate-ar-p1', { text: 'Een zin, en nog een', savedAt: Date.now() + 1 })
  answer(201, { id: 'p9', seq: 9 })
  await waitFor(() => expect(screen.queryByLabelText('De vertaling')).toBeNull())
  expect(draftOf('p1')).toBe('Een zin, en nog een')
})

it('says of which version it is, also when it was begun before and the page was left', async () => {
  const first = show(<Room posts={[post('p1', 3)]} />)
  press('Vertaal 1')
  await writes('Een zin')
  await waitFor(() => expect(draftOf('p1')).toBe('Een zin'))
  first.unmount()
  const { rerender } = show(<Room posts={[post('p1', 4)]} />)
  press('Vertaal 1')
  expect(await screen.findByText(/Bijdrage 1 is veranderd/)).toBeTruthy()
  await waitFor(async () => expect((await field()).value).toBe('Een zin'))
  press('Plaats vertaling')
  await waitFor(() => expect(sent.at(-1)?.translates).toEqual({ postId: 'p1', version: 3, language: 'ar' }))
  answer(409, { code: 'thread.ended', detail: 'Nee.', errors: [] })
  await screen.findByText('Nee.')
  // She looked, and it says what is there now; and then that changes too.
  press('Mijn vertaling klopt')
  expect(screen.queryByText(/is veranderd/)).toBeNull()
  rerender(
    <Around>
      <Room posts={[post('p1', 5)]} />
    </Around>,
  )
  expect(await screen.findByText(/Bijdrage 1 is veranderd/)).toBeTruthy()
  press('Plaats vertaling')
  await waitFor(() => expect(sent.at(-1)?.translates.version).toBe(4))
  answer(201, { id: 'p9', seq: 9 })
  await waitFor(() => expect(screen.queryByLabelText('De vertaling')).toBeNull())
  // What is begun now is of what stands there now.
  press('Vertaal 1')
  await field()
  expect(screen.queryByText(/is veranderd/)).toBeNull()
})
