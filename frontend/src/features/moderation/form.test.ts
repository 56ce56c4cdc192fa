import { expect, it } from 'vitest'
import { EMPTY, isMeasure, missing } from './form'

const lacks = (typed: Partial<typeof EMPTY>) => missing({ ...EMPTY, ...typed }).map(({ pointer }) => pointer)

it('finds all that a decision lacks at once', () => {
  expect(lacks({})).toEqual(['/act', '/facts'])
  expect(lacks({ act: 'leave', facts: 'Dit mag.' })).toEqual([])
  expect(lacks({ act: 'remove', facts: ' ' })).toEqual(['/ground', '/rule', '/facts'])
  expect(lacks({ act: 'hide', pause: true })).toEqual(['/until', '/pauseUntil', '/ground', '/rule', '/facts'])
  expect(lacks({ act: 'retitle', ground: 'rules', rule: 'Huisregel 2', facts: 'Te fel.' })).toEqual(['/title'])
})

it('asks once more for what does something, also to who wrote it alone', () => {
  expect([EMPTY, { ...EMPTY, act: 'leave' as const }, { ...EMPTY, act: 'leave' as const, warn: true }, { ...EMPTY, act: 'hide' as const }].map(isMeasure)).toEqual([false, false, true, true])
})
