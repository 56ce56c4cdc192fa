/** What is read out by itself, and is near to what one did. */
const PLACES = 'li, article, form, dialog, section, main'

let last: HTMLElement | null = null
/** What was around it, the nearest first: what is removed no longer knows. */
let around: HTMLElement[] = []

function remember(element: Element | null): void {
  last = element instanceof HTMLElement && element !== document.body ? element : null
  around = []
  for (let one = last?.parentElement; one; one = one.parentElement) if (one.matches(PLACES)) around.push(one)
}

/** The line or card around something; of a part of the page its heading. */
function landing(): HTMLElement | undefined {
  const place = around.find((one) => one.isConnected)
  return place?.matches('section, main') ? (place.querySelector<HTMLElement>('h1, h2, h3') ?? place) : place
}

const isLost = (): boolean => last !== null && !last.isConnected && (document.activeElement ?? document.body) === document.body

function rescue(): void {
  if (!isLost()) return
  const place = landing()
  if (!place) return
  if (!place.hasAttribute('tabindex')) place.tabIndex = -1
  place.focus()
}

/** As long as the page may need to put the focus somewhere itself, in milliseconds. */
const FIRST = 100

/** A button that vanishes because it was used leaves its user near by, and not at the beginning of the page. */
export function keepFocus(): void {
  document.addEventListener('focusin', (event) => remember(event.target as Element))
  // Who points at something that takes no focus has left what had it.
  document.addEventListener('pointerup', () => remember(document.activeElement), true)
  new MutationObserver(() => {
    if (isLost()) setTimeout(rescue, FIRST)
  }).observe(document.body, { childList: true, subtree: true })
}
