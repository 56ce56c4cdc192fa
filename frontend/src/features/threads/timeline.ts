import type { Post, PostPage, Thread } from '@/api/types'
import { includes } from '@/lib/ranges'

/**
 * The part of a conversation that is on screen: posts without gaps, in order, and those that arrived since and wait.
 * Pure; every change of a post arrives as the whole post, so applying one twice changes nothing.
 */
export interface Timeline {
  posts: readonly Post[]
  /** Arrived after the end, not yet shown: showing them would move what somebody reads or types. */
  held: readonly Post[]
  hasBefore: boolean
  hasAfter: boolean
  lastSeq: number
}

export type Change =
  | { type: 'before'; page: PostPage }
  | { type: 'after'; page: PostPage }
  | { type: 'jump'; page: PostPage }
  | { type: 'refresh'; page: PostPage }
  | { type: 'receive'; post: Post; show: boolean }
  | { type: 'reveal' }

export function opening(page: PostPage): Timeline {
  return { posts: page.items, held: [], hasBefore: page.hasBefore, hasAfter: page.hasAfter, lastSeq: page.lastSeq }
}

export function change(timeline: Timeline, event: Change): Timeline {
  switch (event.type) {
    case 'jump':
      return opening(event.page)
    case 'before':
      return { ...timeline, posts: joined(event.page.items, timeline.posts), hasBefore: event.page.hasBefore }
    case 'after':
      return settle({ ...timeline, posts: joined(timeline.posts, event.page.items), hasAfter: event.page.hasAfter, lastSeq: Math.max(timeline.lastSeq, event.page.lastSeq) })
    case 'refresh':
      return refreshed(timeline, event.page)
    case 'receive':
      return receive(timeline, event.post, event.show)
    case 'reveal':
      return { ...timeline, posts: joined(timeline.posts, timeline.held), held: [] }
  }
}

/** How many posts exist beyond what is shown. */
export const waiting = (timeline: Timeline): number => timeline.lastSeq - (timeline.posts.at(-1)?.seq ?? 0)

/**
 * Where that begins which the reader had not read, and how many there are, as far as others wrote them: a room with
 * aliases keeps nothing at posting, and counts one's own along. Null when there are none.
 */
export function unreadOfOthers({ unread, firstUnread, lastSeq, readRanges }: Pick<Thread, 'unread' | 'firstUnread' | 'lastSeq' | 'readRanges'>, posts: readonly Post[], isOwn: (post: Post) => boolean): { before: number; count: number } | null {
  if (!firstUnread) return null
  const isUnread = ({ seq, withdrawn }: Post) => seq <= lastSeq && !withdrawn && !includes(readRanges, seq)
  const count = unread - posts.filter((post) => isUnread(post) && isOwn(post)).length
  let before = firstUnread
  for (const post of posts) if (post.seq === before && (isOwn(post) || !isUnread(post))) before += 1
  return count > 0 ? { before, count } : null
}

/** How many of what is shown others wrote since then. */
export const shownSince = (posts: readonly Post[], since: number, isOwn: (post: Post) => boolean): number => posts.filter((post) => post.seq > since && !isOwn(post)).length

/** What arrives of one's own before the answer to its sending is shown by that answer: else it would stand there twice. */
export function withoutUnanswered(posts: readonly Post[], mayBeOwn: (post: Post) => boolean, from: number | null): readonly Post[] {
  return from === null ? posts : posts.filter((post) => post.seq <= from || !mayBeOwn(post))
}

function joined(one: readonly Post[], other: readonly Post[]): Post[] {
  const bySeq = new Map<number, Post>()
  for (const post of [...one, ...other]) {
    const known = bySeq.get(post.seq)
    if (!known || known.change <= post.change) bySeq.set(post.seq, post)
  }
  return [...bySeq.values()].sort((a, b) => a.seq - b.seq)
}

/** What was held and is now shown need not be held. */
function settle(timeline: Timeline): Timeline {
  const last = timeline.posts.at(-1)?.seq ?? 0
  return { ...timeline, held: timeline.held.filter((post) => post.seq > last) }
}

/** What is on screen as it is now; what came after it waits there. */
function refreshed(timeline: Timeline, page: PostPage): Timeline {
  const [first, last] = [timeline.posts[0]?.seq ?? 0, timeline.posts.at(-1)?.seq ?? 0]
  const lastSeq = Math.max(timeline.lastSeq, page.lastSeq)
  // Who went elsewhere meanwhile has another window: what is before that would leave a gap.
  return { ...timeline, posts: joined(timeline.posts, page.items.filter((post) => post.seq >= first && post.seq <= last)), held: [], hasAfter: lastSeq > last, lastSeq }
}

const holds = (posts: readonly Post[], seq: number) => posts.some((post) => post.seq === seq)

function receive(timeline: Timeline, post: Post, show: boolean): Timeline {
  const lastSeq = Math.max(timeline.lastSeq, post.seq)
  if (holds(timeline.posts, post.seq)) return { ...timeline, lastSeq, posts: joined(timeline.posts, [post]) }
  if (holds(timeline.held, post.seq)) return { ...timeline, lastSeq, held: joined(timeline.held, [post]) }
  const known = timeline.held.at(-1) ?? timeline.posts.at(-1)
  if (timeline.hasAfter || post.seq !== (known?.seq ?? 0) + 1) {
    // Further on than what is shown, or before it: it comes when somebody goes there.
    const beyond = post.seq > (known?.seq ?? 0)
    return { ...timeline, lastSeq, hasAfter: timeline.hasAfter || beyond }
  }
  if (show && timeline.held.length === 0) return { ...timeline, lastSeq, posts: [...timeline.posts, post] }
  return { ...timeline, lastSeq, held: [...timeline.held, post] }
}

/** Of what a socket tells about a conversation: a contribution as it is now. */
export function isPost(data: unknown): data is Post {
  return typeof data === 'object' && data !== null && 'seq' in data && 'html' in data
}
