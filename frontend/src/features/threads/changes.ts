/** What changed between two texts, word by word. */
import { diffArrays } from 'diff'

export interface Piece {
  text: string
  what: 'same' | 'added' | 'removed'
}

/** An address is one word; so is each sign, so that a comma that is gone is all that is gone. */
const WORD = /https?:\/\/[^\s)]+|[\p{L}\p{M}\p{N}]+(?:['’‑-][\p{L}\p{M}\p{N}]+)*|\s+|[^\s\p{L}\p{M}\p{N}]/gu

const wordsIn = (text: string): string[] => text.match(WORD) ?? []

/** Of two long texts that have nothing in common, nobody waits for what they might have. */
const PATIENCE = 500

export function changes(before: string, after: string): Piece[] {
  const found = diffArrays(wordsIn(before), wordsIn(after), { timeout: PATIENCE })
  if (!found) return [before, after].map((text, at) => ({ text, what: at === 0 ? 'removed' : 'added' }))
  return found.map(({ value, added, removed }) => ({ text: value.join(''), what: added ? 'added' : removed ? 'removed' : 'same' }))
}

/** How many words came and went. */
export function counted(pieces: readonly Piece[]): { added: number; removed: number } {
  const count = (what: Piece['what']) => pieces.filter((piece) => piece.what === what).flatMap((piece) => piece.text.match(/[\p{L}\p{N}][^\s]*/gu) ?? []).length
  return { added: count('added'), removed: count('removed') }
}

const GAP = ' … '

/** Leaves out most of a long stretch that stayed as it was: with what stands around a change one knows where it is. */
export function shortened(pieces: readonly Piece[], around: number): Piece[] {
  return pieces.map((piece, at) => {
    if (piece.what !== 'same') return piece
    const [head, tail] = [at === 0 ? 0 : around, at === pieces.length - 1 ? 0 : around]
    if (piece.text.length <= head + tail + around) return piece
    const start = piece.text.slice(0, head).replace(/\S+$/, '')
    const end = tail === 0 ? '' : piece.text.slice(-tail).replace(/^\S+/, '')
    return { ...piece, text: start.trimEnd() + GAP + end.trimStart() }
  })
}

/** The words of rendered text, a line for each of its blocks, and with each link where it leads. */
export function wordsOf(html: string): string {
  const lines = html.replace(/<\/(p|li|h\d|blockquote|tr|pre)>|<br\s*\/?>/g, '$&\n')
  const { body } = new DOMParser().parseFromString(lines, 'text/html')
  for (const link of body.querySelectorAll('a')) {
    const address = link.getAttribute('href') ?? ''
    if (address !== link.textContent) link.append(` (${address})`)
  }
  return (body.textContent ?? '').replace(/\n{2,}/g, '\n').trim()
}

/** Which files came and went between two versions. */
export function filesChanged<F extends { id: string }>(before: readonly F[], now: readonly F[]): { added: F[]; removed: F[] } {
  const lacks = (files: readonly F[]) => (file: F) => files.every(({ id }) => id !== file.id)
  return { added: now.filter(lacks(before)), removed: before.filter(lacks(now)) }
}
