/** Changes to a field as if somebody typed them: the browser can undo each, and tells the page of it. */
import type { Change, Selection } from './markdown-marks'

export const selectionOf = (field: HTMLTextAreaElement): Selection => ({ text: field.value, start: field.selectionStart, end: field.selectionEnd })

export function carryOut(field: HTMLTextAreaElement, { from, to, insert, start, end }: Change): void {
  field.focus()
  if (field.readOnly) return
  field.setSelectionRange(from, to)
  const wanted = field.value.slice(0, from) + insert + field.value.slice(to)
  if (field.value !== wanted && !typed(field, insert)) {
    field.setRangeText(insert, from, to)
    field.dispatchEvent(new Event('input', { bubbles: true }))
  }
  field.setSelectionRange(start, end)
}

/** There is no other way in that the browser can undo, and none is planned: every browser has it, and calls it old. */
function typed(field: HTMLTextAreaElement, insert: string): boolean {
  if (document.activeElement !== field) return false
  const { execCommand } = document as { execCommand?: (command: string, ui: boolean, value?: string) => boolean }
  if (!execCommand) return false
  return insert === '' ? execCommand.call(document, 'delete', false) : execCommand.call(document, 'insertText', false, insert)
}

/**
 * Where a field does not grow by itself, it is made as high as what stands in it; the style sheet says how high it may get.
 * It shrinks only when it is empty: measuring that in between would make the page jump.
 */
export function grow(field: HTMLTextAreaElement): void {
  if (CSS.supports('field-sizing', 'content')) return
  if (field.value === '') field.style.blockSize = ''
  else if (field.scrollHeight > field.clientHeight) field.style.blockSize = `${String(field.scrollHeight + field.offsetHeight - field.clientHeight)}px`
}
