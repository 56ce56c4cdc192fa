import { expect, it } from 'vitest'
import { applyMark, withQuotation } from './markdown-marks'

it('wraps the selection and keeps it selected', () => {
  expect(applyMark({ text: 'een goed idee', start: 4, end: 8 }, 'bold')).toEqual({ text: 'een **goed** idee', start: 6, end: 10 })
})

it('marks every selected line', () => {
  const marked = applyMark({ text: 'a\nb\nc', start: 2, end: 5 }, 'list')
  expect(marked.text).toBe('a\n- b\n- c')
  expect(marked.text.slice(marked.start, marked.end)).toBe('b\n- c')
})

it('puts a quotation after what was typed', () => {
  expect(withQuotation('Eens.', 'eerste\ntweede')).toBe('Eens.\n\n> eerste\n> tweede\n\n')
  expect(withQuotation('', 'eerste')).toBe('> eerste\n\n')
})
