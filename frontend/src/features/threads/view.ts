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

/** On opening: to the post in the address, else to the first unread, else to the newest. */
export function scrollToStart(firstUnread: number | null): void {
  const wanted = hashSeq()
  if (wanted !== null) return focusPost(wanted)
  if (firstUnread !== null) document.getElementById('unread')?.scrollIntoView({ block: 'start' })
}

/** To a post in the address, fetching the part around it when it is not on screen. */
export async function goToHash(jump: (part: Part) => Promise<void>): Promise<void> {
  const seq = hashSeq()
  if (seq === null) return
  if (!document.getElementById(String(seq))) await jump({ around: seq })
  requestAnimationFrame(() => focusPost(seq))
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
