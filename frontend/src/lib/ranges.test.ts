import { describe, expect, it } from 'vitest'
import { add, count, includes, merge, subtract } from './ranges'

describe('ranges', () => {
  it('joins what touches or overlaps, whatever the order', () => {
    expect(merge([[7, 9], [1, 3], [4, 4], [8, 12]])).toEqual([[1, 4], [7, 12]])
  })

  it('drops ranges that are the wrong way round', () => {
    expect(merge([[5, 4]])).toEqual([])
  })

  it('adds a number once', () => {
    expect(add(add([[1, 3]], 4), 4)).toEqual([[1, 4]])
  })

  it('knows what is inside', () => {
    expect([0, 1, 3, 4].map((seq) => includes([[1, 3]], seq))).toEqual([false, true, true, false])
  })

  it('subtracts around gaps', () => {
    expect(subtract([[1, 10]], [[3, 4], [8, 20]])).toEqual([[1, 2], [5, 7]])
    expect(subtract([[1, 3]], [[1, 3]])).toEqual([])
  })

  it('agrees with a set of numbers on every small case', () => {
    const sets = Array.from({ length: 64 }, (_, bits) => [0, 1, 2, 3, 4, 5].filter((n) => bits & (1 << n)))
    const asRanges = (numbers: number[]) => numbers.map((n) => [n, n] as const)
    for (const a of sets) {
      for (const b of sets) {
        const expected = a.filter((n) => !b.includes(n))
        const actual = subtract(asRanges(a), asRanges(b))
        expect([0, 1, 2, 3, 4, 5].filter((n) => includes(actual, n))).toEqual(expected)
        expect(count(actual)).toBe(expected.length)
      }
    }
  })
})
