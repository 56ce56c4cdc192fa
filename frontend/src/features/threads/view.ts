/** Where the reader is in the document: the only file of this slice that moves scroll or focus. */
import type { Part } from './api'

export function hashSeq(): number | null {
  const seq = Number(/^#(\d{1,9})$/.exec(location.hash)?.[1])
  return seq > 0 ? seq : null
}

export function focusPost(seq: number): void {
  const post = document.getElementById(String(seq))
  post?.focus({ preventScroll: true })
  post?.scrollIntoView({ block: 'start' })
}

/** On opening: to the post in the address, else to the first unread, else to where one left off on this device, else to the newest that was read. */
export function scrollToStart(list: HTMLElement | null, firstUnread: number | null, remembers: boolean, left: number | null): void {
  const wanted = hashSeq()
  if (wanted !== null) return focusPost(wanted)
  // Asked for what stands above the first.
  if (location.hash === '#0') return
  if (firstUnread !== null) return document.getElementById('unread')?.scrollIntoView({ block: 'start' })
  const there = left === null ? null : document.getElementById(String(left))
  if (there) return there.scrollIntoView({ block: 'start' })
  const posts = list?.querySelectorAll<HTMLElement>('[data-seq]')
  if (remembers && posts && (list?.getBoundingClientRect().bottom ?? 0) > innerHeight) posts[posts.length - 1]?.scrollIntoView({ block: 'center' })
}

/** To a post in the address, fetching the part around it when it is not on screen. */
export async function goToHash(jump: (part: Part) => Promise<void>): Promise<void> {
  const seq = hashSeq()
  if (seq === null) return
  if (!document.getElementById(String(seq))) await jump({ around: seq })
  requestAnimationFrame(() => focusPost(seq))
}

/** To the first or the last of the posts that are there. */
export function focusEdge(list: HTMLElement | null, edge: 'first' | 'last'): void {
  const post = [...(list?.querySelectorAll<HTMLElement>('[data-seq]') ?? [])].at(edge === 'first' ? 0 : -1)
  if (post) focusPost(Number(post.dataset.seq))
}

/** What is shown beside these posts: how many, and which is the first. */
export function shownBeside(list: HTMLElement | null, known: ReadonlySet<number>): { first: number | null; count: number } {
  const fresh = [...(list?.querySelectorAll<HTMLElement>('[data-seq]') ?? [])].map((post) => Number(post.dataset.seq)).filter((seq) => !known.has(seq))
  return { first: fresh[0] ?? null, count: fresh.length }
}

/** What had the focus is gone. */
export const hasLostFocus = (): boolean => (document.activeElement ?? document.body) === document.body

/** To the line above what is new. */
export function focusNew(): void {
  const line = document.getElementById('unread')
  line?.focus({ preventScroll: true })
  line?.scrollIntoView({ block: 'start' })
}

/** Somebody goes from this post to another: going back leads here again. */
export function comeBackTo(seq: number): void {
  if (hashSeq() !== seq) history.replaceState(history.state, '', `#${String(seq)}`)
}

/** What somebody just sent, if it would be off the screen. */
export function showOutgoing(list: HTMLElement | null): void {
  list?.querySelector('.np-post--outgoing:last-of-type')?.scrollIntoView({ block: 'nearest' })
}

/** To the first that was sent and did not arrive. */
export function focusOutgoing(list: HTMLElement | null): void {
  const post = list?.querySelector<HTMLElement>('.np-post--outgoing')
  post?.focus({ preventScroll: true })
  post?.scrollIntoView({ block: 'nearest' })
}

/** The post that has the focus, or else the one on top of the screen. */
export function currentSeq(list: HTMLElement | null): number | null {
  const posts = [...(list?.querySelectorAll<HTMLElement>('[data-seq]') ?? [])]
  const at = posts.find((post) => post.contains(document.activeElement)) ?? posts.find((post) => post.getBoundingClientRect().bottom > 100)
  return at ? Number(at.dataset.seq) : null
}

/** The post on top of the screen. */
export function topSeq(list: HTMLElement | null): number | null {
  const at = [...(list?.querySelectorAll<HTMLElement>('[data-seq]') ?? [])].find((post) => post.getBoundingClientRect().bottom > 100)
  return at ? Number(at.dataset.seq) : null
}

/** The next or previous post, counted from the one that has the focus or stands on top of the screen. */
export function neighbour(list: HTMLElement | null, step: 1 | -1): void {
  const posts = [...(list?.querySelectorAll<HTMLElement>('[data-seq]') ?? [])]
  const focused = posts.findIndex((post) => post.contains(document.activeElement))
  const onScreen = posts.findIndex((post) => post.getBoundingClientRect().bottom > 100)
  const from = focused >= 0 ? focused : onScreen - (step === 1 ? 1 : 0)
  const next = posts[Math.min(posts.length - 1, Math.max(0, from + step))]
  if (next) focusPost(Number(next.dataset.seq))
}

/** Runs a change above or at what is looked at, and puts this element back where it was on the screen. */
export function holdStill(anchor: HTMLElement | null, before: number): void {
  if (!anchor) return
  const moved = anchor.getBoundingClientRect().top - before
  if (Math.abs(moved) > 1) scrollBy({ top: moved, behavior: 'instant' })
}

/** What somebody has selected, when all of it is in one post. */
export function selectedPassage(): { seq: number; text: string; end: { top: number; left: number } } | null {
  const selection = getSelection()
  if (!selection || selection.isCollapsed || !selection.anchorNode) return null
  const of = (node: Node | null) => (node instanceof Element ? node : node?.parentElement)?.closest<HTMLElement>('[data-seq] .np-prose')
  const prose = of(selection.anchorNode)
  const seq = Number(prose?.closest<HTMLElement>('[data-seq]')?.dataset.seq)
  const text = selection.toString().trim()
  if (!prose || of(selection.focusNode) !== prose || text === '' || !(seq > 0)) return null
  const post = prose.closest('[data-seq]')?.getBoundingClientRect()
  const end = [...selection.getRangeAt(0).getClientRects()].at(-1)
  return { seq, text, end: { top: (end?.bottom ?? 0) - (post?.top ?? 0), left: (end?.right ?? 0) - (post?.left ?? 0) } }
}
