/** What changed between two texts, word by word. */
import { diffWordsWithSpace } from 'diff'

export interface Piece {
  text: string
  what: 'same' | 'added' | 'removed'
}

export function changes(before: string, after: string): Piece[] {
  return diffWordsWithSpace(before, after).map(({ value, added, removed }) => ({ text: value, what: added ? 'added' : removed ? 'removed' : 'same' }))
}

/** The words of rendered text, a line for each of its blocks. */
export function wordsOf(html: string): string {
  const lines = html.replace(/<\/(p|li|h\d|blockquote|tr|pre)>|<br\s*\/?>/g, '$&\n')
  return (new DOMParser().parseFromString(lines, 'text/html').body.textContent ?? '').replace(/\n{2,}/g, '\n').trim()
}
