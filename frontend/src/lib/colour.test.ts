import { expect, it } from 'vitest'
import { contrast, isReadable } from './colour'

it('measures contrast as WCAG does', () => {
  expect(contrast('#000000', '#ffffff')).toBeCloseTo(21, 5)
  expect(contrast('#777777', '#ffffff')).toBeCloseTo(4.48, 2)
})

it('refuses colours that are too light, and anything that is not a colour', () => {
  expect(isReadable('#0e4a56')).toBe(true)
  expect(isReadable('#f3b562')).toBe(false)
  expect(isReadable('url(x)')).toBe(false)
})
