/** What is read out by itself, and is near to what one did. */
const PLACES = 'li, article, form, dialog, section, main'

/** The lines and cards around something, the nearest first: what is removed no longer knows. */
function placesAround(element: Element | null): HTMLElement[] {
  const found: HTMLElement[] = []
  for (let one = element?.parentElement; one; one = one.parentElement) if (one.matches(PLACES)) found.push(one)
  return found
}

/** To the nearest that is still there and can be seen; of a part of the page to its heading. */
function land(places: readonly HTMLElement[]): void {
  for (const place of places.filter((one) => one.isConnected)) {
    const target = place.matches('section, main') ? (place.querySelector<HTMLElement>('h1, h2, h3') ?? place) : place
    if (!target.hasAttribute('tabindex')) target.tabIndex = -1
    target.focus()
    if (document.activeElement === target) return
  }
}

/** Back to what has the focus now, or to where that was. */
export function wayBack(): () => void {
  const from = document.activeElement
  const around = placesAround(from)
  return () => {
    if (!(from instanceof HTMLElement) || from === document.body) return
    from.focus()
    if (document.activeElement !== from) land(around)
  }
}

let last: HTMLElement | null = null
let around: HTMLElement[] = []

function remember(element: Element | null): void {
  last = element instanceof HTMLElement && element !== document.body ? element : null
  around = placesAround(last)
}

const isLost = (): boolean => last !== null && !last.isConnected && (document.activeElement ?? document.body) === document.body

/** As long as the page may need to put the focus somewhere itself, in milliseconds. */
const FIRST = 100

/** A button that vanishes because it was used leaves its user near by, and not at the beginning of the page. */
export function keepFocus(): void {
  document.addEventListener('focusin', (event) => remember(event.target as Element))
  // Who points at something that takes no focus has left what had it.
  document.addEventListener('pointerup', () => remember(document.activeElement), true)
  new MutationObserver(() => {
    if (isLost()) setTimeout(() => (isLost() ? land(around) : undefined), FIRST)
  }).observe(document.body, { childList: true, subtree: true })
}
