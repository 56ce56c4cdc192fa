import { afterEach, expect, it, vi } from 'vitest'
import { carryOut, selectionOf } from './textarea'

afterEach(() => {
  document.body.replaceChildren()
  Reflect.deleteProperty(document, 'execCommand')
})

function field(value: string): HTMLTextAreaElement {
  const area = document.body.appendChild(document.createElement('textarea'))
  area.value = value
  return area
}

it('lets the browser type, so that it can undo', () => {
  const area = field('een idee')
  const typed = vi.fn((_: string, __: boolean, text: string) => {
    area.setRangeText(text, area.selectionStart, area.selectionEnd, 'end')
    return true
  })
  Object.assign(document, { execCommand: typed })
  carryOut(area, { from: 4, to: 8, insert: '**idee**', start: 6, end: 10 })
  expect(typed).toHaveBeenCalledWith('insertText', false, '**idee**')
  expect(selectionOf(area)).toEqual({ text: 'een **idee**', start: 6, end: 10 })
})

it('changes the field itself where that cannot be, and tells the page', () => {
  const area = field('een idee')
  const heard = vi.fn()
  area.addEventListener('input', heard)
  carryOut(area, { from: 3, to: 8, insert: '', start: 3, end: 3 })
  expect(selectionOf(area)).toEqual({ text: 'een', start: 3, end: 3 })
  expect(heard).toHaveBeenCalledOnce()
})
