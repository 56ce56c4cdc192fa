// A conversation of Fatima and Joost, as the server tells of it.
import type { Post, PostPage, Thread } from '@/api/types'

export const post = (seq: number, html: string, author = 'joost'): Post => ({
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
  pinned: false,
  accepted: false,
  translations: [],
})
export const first: PostPage = { items: [post(1, 'Oud'), post(2, 'Nieuw')], hasBefore: false, hasAfter: false, lastSeq: 2, lastChange: 2 }
export const thread: Thread = {
  id: 't1',
  title: 'Het plein',
  regime: 'trusted',
  visibility: 'invited',
  posts: 2,
  lastSeq: 2,
  lastPostAt: '2026-01-01T00:00:00Z',
  unread: 1,
  firstUnread: 2,
  issue: 'i1',
  issueTitle: 'Opgave',
  readers: 'participants',
  sheet: { purpose: 'Hoe wordt het plein van iedereen?', organisation: 'Gemeente Zaanrade', aliases: [], facilitators: ['joost'], governmentBodies: ['Provincie'], lookedAtFirst: false, holds: [] },
  lastChange: 2,
  readRanges: [[1, 1]],
  me: { person: 'me', name: 'Fatima', capacity: 'personal' },
  can: { reply: true, translate: false, facilitate: false, accept: false },
  kind: 'talk',
  answered: false,
  pinned: [],
  answers: [],
}
