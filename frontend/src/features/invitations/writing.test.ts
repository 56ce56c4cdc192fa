import { describe, expect, it } from 'vitest'
import { isNothing, NOTHING, withChosen } from './writing'

const fatima = { person: 'p1', name: 'Fatima' }

describe('an invitation in the making', () => {
  it('chooses somebody once and lets go of them', () => {
    const twice = withChosen(withChosen(NOTHING, fatima, true), fatima, true)
    expect(twice.chosen).toEqual([fatima])
    expect(withChosen(twice, fatima, false).chosen).toEqual([])
  })

  it('keeps in sight whom it let go of', () => {
    const chosen = withChosen(NOTHING, fatima, true)
    const letGo = withChosen(chosen, fatima, false)
    expect(letGo.seen).toEqual([fatima])
    expect(withChosen(letGo, fatima, true)).toEqual(chosen)
  })

  it('is nothing without anybody and without words', () => {
    expect(isNothing({ ...NOTHING, forAll: 'Denkt u mee?' })).toBe(false)
    expect(isNothing({ ...NOTHING, addresses: ' ' })).toBe(true)
  })
})
