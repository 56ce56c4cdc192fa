/**
 * The page that the server wrote stays until the application has the same one ready: nothing flashes, nothing jumps.
 * Until then the application is not in the document, so nothing is there twice, for a reader or for `getElementById`.
 * Without such a page the application begins at once.
 */
export function besideServerPage(shown: HTMLElement): HTMLElement {
  if (!('shown' in shown.dataset)) {
    shown.replaceChildren()
    return shown
  }
  const root = document.createElement('div')
  root.id = shown.id
  const address = location.href
  const watch = new MutationObserver(() => {
    if (!isReady(root) && location.href === address) return
    watch.disconnect()
    takeOver(shown, root)
  })
  watch.observe(root, { childList: true, subtree: true, attributes: true })
  return root
}

/** There is a heading, and nothing is still on its way. */
const isReady = (root: HTMLElement): boolean => root.querySelector('h1') !== null && root.querySelector('[aria-busy="true"]') === null

/** Whoever was typing or had come to a link goes on there, and what was unfolded stays so. */
function takeOver(shown: HTMLElement, root: HTMLElement): void {
  const active = document.activeElement
  const same = active && shown.contains(active) ? counterpart(active, root) : null
  const unfolded = new Set([...shown.querySelectorAll('details[open] > summary')].map((summary) => summary.textContent))
  for (const summary of root.querySelectorAll('details > summary')) {
    if (unfolded.has(summary.textContent)) summary.parentElement?.setAttribute('open', '')
  }
  shown.replaceWith(root)
  same?.focus({ preventScroll: true })
  if (active instanceof HTMLInputElement && same instanceof HTMLInputElement && same.value !== active.value) {
    same.value = active.value
    // A field holds what the application knows of: it is told as if it were typed there.
    same.dispatchEvent(new Event('input', { bubbles: true }))
  }
}

function counterpart(element: Element, root: HTMLElement): HTMLElement | null {
  const href = element.getAttribute('href')
  if (element.id) return root.querySelector(`#${CSS.escape(element.id)}`)
  return href ? root.querySelector(`a[href="${CSS.escape(href)}"]`) : null
}
