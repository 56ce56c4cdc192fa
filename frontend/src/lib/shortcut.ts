/**
 * Keys without another key: for who works by keyboard. Whoever dictates or mistypes can turn them off (WCAG 2.1.4):
 * all of them, or only the one that leads to search.
 */
const SEARCH_KEY = '/'

const ALL = 'np-shortcuts'
const SEARCH = 'np-search-key'

const isOn = (name: string): boolean => localStorage.getItem(name) !== 'off'

function turn(name: string, on: boolean): void {
  if (on) localStorage.removeItem(name)
  else localStorage.setItem(name, 'off')
}

export const areKeysOn = (): boolean => isOn(ALL)
export const turnKeys = (on: boolean): void => turn(ALL, on)
export const isSearchKeyOn = (): boolean => isOn(SEARCH)
export const turnSearchKey = (on: boolean): void => turn(SEARCH, on)

/** Not while somebody types, chooses, or stands in a dialog. */
export function isBareKey(event: KeyboardEvent): boolean {
  if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented || event.isComposing) return false
  const place = event.target instanceof Element ? event.target : null
  const busy = place?.closest('input, textarea, select, [contenteditable], dialog')
  return !busy && document.querySelector('dialog[open]') === null && areKeysOn()
}

export const isSearchKey = (event: KeyboardEvent): boolean => event.key === SEARCH_KEY && isBareKey(event) && isSearchKeyOn()

const SOON = 1500

/** Two keys after each other, the first being `g`: gives the second. Keys of a page that mean something else then do nothing. */
export class GoKeys {
  private since = -Infinity

  press(key: string, at: number): string | null {
    const armed = at - this.since < SOON
    this.since = !armed && key === 'g' ? at : -Infinity
    return armed ? key : null
  }
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
