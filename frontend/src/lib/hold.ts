/**
 * While a form is on its way, what is changed in it would go with it when the answer comes: until then nothing is taken in.
 * Nothing loses its focus, and whoever listens hears why: a text is only to be read, a choice is not to be made.
 */
const CHOICES = 'select, input:is([type="checkbox"], [type="radio"], [type="range"], [type="color"], [type="file"])'
const TEXTS = 'textarea, input'
/** What moves the focus, or closes the form. */
const PASSES = new Set(['Tab', 'Escape', 'Shift'])

/** Forms that close when the answer comes; what stays open keeps what is typed on. */
const CLOSING = 'dialog, [data-closes]'

/** Holds the form around this button, until what it returns is called. */
export function hold(button: Element | null): (() => void) | undefined {
  const form = button?.closest<HTMLElement>(CLOSING)
  if (!form) return undefined
  const choices = [...form.querySelectorAll(CHOICES)].filter((it) => !it.hasAttribute('aria-disabled'))
  const texts = [...form.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>(TEXTS)].filter((it) => !it.matches(CHOICES) && !it.readOnly)
  const refuse = (event: Event) => {
    if (!(event.target instanceof Element) || !event.target.matches(CHOICES)) return
    if (!(event instanceof KeyboardEvent && PASSES.has(event.key))) event.preventDefault()
  }
  for (const it of choices) it.setAttribute('aria-disabled', 'true')
  for (const it of texts) it.readOnly = true
  for (const kind of ACTS) form.addEventListener(kind, refuse, true)
  return () => {
    for (const it of choices) it.removeAttribute('aria-disabled')
    for (const it of texts) it.readOnly = false
    for (const kind of ACTS) form.removeEventListener(kind, refuse, true)
  }
}

const ACTS = ['click', 'mousedown', 'keydown'] as const
