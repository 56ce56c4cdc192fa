/** The key that leads to search. It is one letter without another key, so whoever dictates or mistypes can turn it off. */
const SEARCH_KEY = '/'

const NAME = 'np-search-key'

export const isSearchKeyOn = (): boolean => localStorage.getItem(NAME) !== 'off'

export function turnSearchKey(on: boolean): void {
  if (on) localStorage.removeItem(NAME)
  else localStorage.setItem(NAME, 'off')
}

/** Not while somebody types, chooses, or stands in a dialog. */
export function isSearchKey(event: KeyboardEvent): boolean {
  if (event.key !== SEARCH_KEY || event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented || event.isComposing) return false
  const place = event.target instanceof Element ? event.target : null
  const busy = place?.closest('input, textarea, select, [contenteditable], dialog')
  return !busy && document.querySelector('dialog[open]') === null && isSearchKeyOn()
}

let wished = false

/** The page of search is on its way: its field takes the focus when it is there. */
export function wishForField(): void {
  wished = true
}

export function takeWish(): boolean {
  const had = wished
  wished = false
  return had
}
