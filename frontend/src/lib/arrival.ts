/** After a change of page the focus goes to its heading, once; never on the first load, which belongs to the browser. */
let waiting = false

export function leaveForPage(): void {
  waiting = true
}

export function arriveAt(heading: HTMLElement): void {
  if (!waiting) return
  waiting = false
  heading.focus({ preventScroll: true })
}
