import { expect, it } from 'vitest'
import { errorAt, fieldId } from './pointers'

it('finds the field of an error', () => {
  expect(fieldId('/perspectives/0/name')).toBe('field-perspectives-0-name')
  expect(errorAt([{ pointer: '/title', detail: 'Vul in' }], '/title')).toBe('Vul in')
})
