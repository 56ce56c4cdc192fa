import { describe, expect, it } from 'vitest'
import type { Post, PostPage } from '@/api/types'
import { type Change, change, opening, type Timeline, unreadOfOthers, waiting, withoutUnanswered } from './timeline'

const post = (seq: number, html = `post ${String(seq)}`, changed = seq): Post => ({
  id: `p${String(seq)}`,
  seq,
  change: changed,
  author: 'a',
  name: 'Joost',
  capacity: 'personal',
  html,
  createdAt: '2026-01-01T00:00:00Z',
  withdrawn: false,
  version: 1,
  pinned: false,
  accepted: false,
  translations: [],
})
const page = (first: number, last: number, lastSeq = last): PostPage => ({
  items: Array.from({ length: last - first + 1 }, (_, index) => post(first + index)),
  hasBefore: first > 1,
  hasAfter: last < lastSeq,
  lastSeq,
  lastChange: lastSeq,
})
const after = (timeline: Timeline, ...changes: Change[]) => changes.reduce(change, timeline)
const shown = (timeline: Timeline) => timeline.posts.map((one) => one.seq)
const held = (timeline: Timeline) => timeline.held.map((one) => one.seq)
const arrives = (seq: number, show = false): Change => ({ type: 'receive', post: post(seq), show })

describe('while a post of mine has no answer', () => {
  const posts = [post(1), post(2), { ...post(3), author: 'b' }, post(4)]

  it('is not shown a second time when it arrives, and nobody else waits for it', () => {
    expect(withoutUnanswered(posts, (one) => one.author === 'a', 2).map((one) => one.seq)).toEqual([1, 2, 3])
  })

  it('shows everything when nothing is being sent', () => {
    expect(withoutUnanswered(posts, (one) => one.author === 'a', null)).toBe(posts)
  })
})

describe('what is new', () => {
  const thread = { unread: 3, firstUnread: 2, lastSeq: 4, readRanges: [[1, 1]] as [number, number][] }
  const posts = [post(1), { ...post(2), author: 'me' }, post(3), { ...post(4), author: 'me' }, { ...post(5), author: 'me' }]
  const isOwn = (one: Post) => one.author === 'me'

  it('begins at what somebody else wrote, and counts only that', () => {
    expect(unreadOfOthers(thread, posts, isOwn)).toEqual({ before: 3, count: 1 })
    expect(unreadOfOthers({ ...thread, unread: 1, lastSeq: 2 }, posts.slice(0, 2), isOwn)).toBeNull()
  })

  it('stays where it is when that part is not on screen', () => {
    expect(unreadOfOthers({ ...thread, unread: 9, firstUnread: 20, lastSeq: 28, readRanges: [[1, 19]] }, posts, isOwn)).toEqual({ before: 20, count: 9 })
  })
})

describe('a timeline', () => {
  it('shows what arrives to a reader at the end', () => {
    expect(shown(after(opening(page(1, 2)), arrives(3, true)))).toEqual([1, 2, 3])
  })

  it('holds what arrives to somebody who reads or types, until they ask for it', () => {
    const busy = after(opening(page(1, 2)), arrives(3), arrives(4), arrives(5, true))
    expect([shown(busy), held(busy), waiting(busy)]).toEqual([[1, 2], [3, 4, 5], 3])
    const asked = after(busy, { type: 'reveal' })
    expect([shown(asked), held(asked), waiting(asked)]).toEqual([[1, 2, 3, 4, 5], [], 0])
  })

  it('takes the same post twice as once', () => {
    expect(shown(after(opening(page(1, 2)), arrives(3, true), arrives(3, true)))).toEqual([1, 2, 3])
    expect(held(after(opening(page(1, 2)), arrives(3), arrives(3)))).toEqual([3])
  })

  it('starts an empty conversation', () => {
    expect(shown(after(opening({ items: [], hasBefore: false, hasAfter: false, lastSeq: 0, lastChange: 0 }), arrives(1, true)))).toEqual([1])
  })

  it('replaces an edited post where it stands, and ignores an older answer', () => {
    const edited = after(opening(page(1, 3)), { type: 'receive', post: post(2, 'new', 9), show: true })
    expect(edited.posts[1]?.html).toBe('new')
    expect(after(edited, { type: 'receive', post: post(2, 'old', 2), show: true }).posts[1]?.html).toBe('new')
  })

  it('counts what is beyond a window in the middle without showing it', () => {
    const middle = after(opening(page(10, 20, 40)), arrives(41, true))
    expect([shown(middle).at(-1), waiting(middle), middle.hasAfter]).toEqual([20, 21, true])
  })

  it('never leaves a gap: a post too far ahead waits for the page before it', () => {
    const ahead = after(opening(page(1, 2)), arrives(5, true))
    expect([shown(ahead), ahead.hasAfter]).toEqual([[1, 2], true])
    expect(shown(after(ahead, { type: 'after', page: page(3, 5) }))).toEqual([1, 2, 3, 4, 5])
  })

  it('never leaves a gap: what is fetched again of another window than is shown stays out', () => {
    const elsewhere = after(opening(page(30, 32, 40)), { type: 'refresh', page: page(1, 5, 40) })
    expect(shown(elsewhere)).toEqual([30, 31, 32])
  })

  it('grows both ways', () => {
    const middle = opening(page(10, 12, 15))
    const both = after(middle, { type: 'before', page: page(7, 9, 15) }, { type: 'after', page: page(13, 15) })
    expect([shown(both), both.hasBefore, both.hasAfter]).toEqual([[7, 8, 9, 10, 11, 12, 13, 14, 15], true, false])
  })
})
