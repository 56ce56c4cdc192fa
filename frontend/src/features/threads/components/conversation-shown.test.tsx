// What a conversation shows of itself, whatever is written in it meanwhile.
import { act, fireEvent, screen } from '@testing-library/preact'
import { beforeEach, expect, it, vi } from 'vitest'
import type { Post, PostPage, Thread } from '@/api/types'
import { fakeBrowser, FakeSocket } from '@/testing/browser'
import { show } from '@/testing/render'
import { first, post, thread } from '@/testing/talk'
import { Conversation } from './conversation'

beforeEach(() => {
  fakeBrowser()
  vi.stubGlobal('fetch', () => Promise.resolve(new Response('{}', { status: 404 })))
})

const open = (room: Thread, page: PostPage) => show(<Conversation tenant="ess" thread={room} first={page} owner="me" onStale={() => undefined} />)

it('leaves one’s own out of what is new in a room with aliases, which counts it along', () => {
  const posts: PostPage = { items: [post(1, 'Oud'), post(2, 'Van mij', 'me'), post(3, 'Van een ander')], hasBefore: false, hasAfter: false, lastSeq: 3, lastChange: 3 }
  const room: Thread = { ...thread, regime: 'confidential', lastSeq: 3, unread: 2 }
  const { unmount } = open(room, posts)
  const line = screen.getByRole('heading', { name: /^1 nieuwe bijdrage van 1 jan/ })
  expect(line.nextElementSibling?.id).toBe('3')
  unmount()
  open({ ...room, lastSeq: 2, unread: 1 }, { ...posts, items: posts.items.slice(0, 2), lastSeq: 2 })
  expect(screen.queryByRole('heading', { name: /nieuwe bijdrage/ })).toBeNull()
})

it('leads to where one changes a contribution that came back, and only its author', () => {
  const back = (seq: number, author: string): Post => ({ ...post(seq, '', author), withdrawn: true, held: 'returned' })
  open(thread, { ...first, items: [back(1, 'joost'), back(2, 'me')] })
  expect(screen.getByText('Deze bijdrage is terug bij de schrijver, om aan te passen.')).toBeTruthy()
  expect(screen.getByText(/^Uw bijdrage is bij u terug/)).toBeTruthy()
  expect(screen.getByRole('link', { name: 'Pas uw bijdrage aan' }).getAttribute('href')).toBe('/gemeld')
})

it('lets nothing float over the buttons of who edits', async () => {
  open({ ...thread, unread: 0, firstUnread: null }, { ...first, items: [post(1, 'Oud'), post(2, 'Van mij', 'me')] })
  const field = screen.getByLabelText<HTMLTextAreaElement>('Uw bijdrage')
  fireEvent.input(field, { target: { value: 'Nog bezig' } })
  field.focus()
  await act(() => {
    FakeSocket.last?.onopen?.()
    FakeSocket.last?.receive({ type: 'event', topic: 'thread:t1', seq: 3, kind: 'thread.replied', data: post(3, 'Intussen') })
  })
  expect(await screen.findByRole('button', { name: '1 nieuwe bijdrage' })).toBeTruthy()
  fireEvent.click(screen.getByRole('button', { name: 'Bewerk bijdrage 2' }))
  expect(screen.queryByRole('button', { name: '1 nieuwe bijdrage' })).toBeNull()
})

it('says beside the empty field that what was sent from it has not arrived, and leads there', async () => {
  vi.stubGlobal('fetch', (_: string, init: RequestInit) => (init.method === 'POST' ? Promise.reject(new TypeError('network')) : Promise.resolve(new Response('{}', { status: 404 }))))
  open(thread, first)
  const field = screen.getByLabelText<HTMLTextAreaElement>('Uw bijdrage')
  field.focus()
  fireEvent.input(field, { target: { value: 'Zonder verbinding' } })
  fireEvent.keyDown(field, { key: 'Enter', ctrlKey: true })
  expect(await screen.findByText('Uw bijdrage is nog niet geplaatst.')).toBeTruthy()
  fireEvent.click(screen.getByRole('button', { name: 'Bekijk deze bijdrage' }))
  expect(document.activeElement).toBe(screen.getByRole('article', { name: 'Uw bijdrage, nog niet geplaatst' }))
})
