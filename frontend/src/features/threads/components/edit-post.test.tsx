import { fireEvent, screen } from '@testing-library/preact'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import type { Post, Thread } from '@/api/types'
import { onAnnouncement } from '@/lib/announcer'
import { kept } from '@/testing/idb-keyval'
import { show } from '@/testing/render'
import { EditPost } from './edit-post'

vi.mock('idb-keyval', () => import('@/testing/idb-keyval'))

const thread = { id: 't1', regime: 'closed' } as unknown as Thread
const post = { id: 'p1', seq: 1 } as unknown as Post
const EMPTY = { code: 'input.invalid', detail: 'Er klopt nog iets niet.', errors: [{ pointer: '/body', code: 'field.empty', detail: 'Schrijf eerst iets.' }] }
let standing = { body: 'Eerst', version: 1 }
const asked: (string | null)[] = []

beforeEach(() => {
  kept.clear()
  asked.length = 0
  standing = { body: 'Eerst', version: 1 }
  vi.stubGlobal('fetch', (_: string, init: RequestInit) => {
    if (init.method !== 'PATCH') return Promise.resolve(new Response(JSON.stringify(standing), { headers: { ETag: `"${String(standing.version)}"` } }))
    const version = new Headers(init.headers).get('If-Match')
    asked.push(version)
    if ((JSON.parse(init.body as string) as { body: string }).body === '') return Promise.resolve(new Response(JSON.stringify(EMPTY), { status: 400 }))
    const stale = version !== `"${String(standing.version)}"`
    return Promise.resolve(stale ? new Response(JSON.stringify({ code: 'precondition-failed', detail: 'Iemand anders was u voor.' }), { status: 412 }) : new Response(JSON.stringify(post)))
  })
})
afterEach(() => vi.unstubAllGlobals())

const begin = (onClose = vi.fn()) => show(<EditPost tenant="ess" thread={thread} post={post} file={undefined} owner="me" postKey={undefined} onClose={onClose} />)

it('does not save a text that was begun earlier over what was written since, and shows both', async () => {
  const first = begin()
  fireEvent.input(await screen.findByLabelText('Bewerk uw bijdrage 1'), { target: { value: 'Hier begonnen' } })
  first.unmount()
  standing = { body: 'Elders opgeslagen', version: 2 }
  const onClose = vi.fn()
  begin(onClose)
  expect((await screen.findByLabelText<HTMLTextAreaElement>('Bewerk uw bijdrage 1')).value).toBe('Hier begonnen')
  fireEvent.click(screen.getByRole('button', { name: 'Opslaan' }))
  expect((await screen.findByLabelText<HTMLTextAreaElement>('De tekst van de ander')).value).toBe('Elders opgeslagen')
  expect(screen.getByLabelText<HTMLTextAreaElement>('Uw tekst').value).toBe('Hier begonnen')
  expect(onClose).not.toHaveBeenCalled()
  fireEvent.click(screen.getByRole('button', { name: 'Opslaan' }))
  await vi.waitFor(() => expect(onClose).toHaveBeenCalled())
  expect(asked).toEqual(['"1"', '"2"'])
  expect(kept.size).toBe(0)
})

it('brings who empties it to the field, which says why that is refused, whether a button or a key sent it', async () => {
  const said: string[] = []
  const stop = onAnnouncement((sentence) => said.push(sentence))
  begin()
  const field = await screen.findByLabelText<HTMLTextAreaElement>('Bewerk uw bijdrage 1')
  await vi.waitFor(() => expect(document.activeElement).toBe(field))
  fireEvent.input(field, { target: { value: '' } })
  const save = screen.getByRole('button', { name: 'Opslaan' })
  save.focus()
  fireEvent.click(save)
  await vi.waitFor(() => expect(field.getAttribute('aria-invalid')).toBe('true'))
  await vi.waitFor(() => expect(document.activeElement).toBe(field))
  const why = screen.getByText('Schrijf eerst iets.')
  expect(field.getAttribute('aria-describedby')).toContain(why.id)
  expect(said).toEqual([])
  fireEvent.keyDown(field, { key: 'Enter', ctrlKey: true })
  await vi.waitFor(() => expect(said).toEqual(['Schrijf eerst iets.']))
  stop()
})
