import { describe, expect, it } from 'vitest'
import { afterSending, isNothing, NOTHING, withChosen } from './writing'

const fatima = { person: 'p1', name: 'Fatima' }

describe('an invitation in the making', () => {
  it('chooses somebody once and lets go of them', () => {
    const twice = withChosen(withChosen(NOTHING, fatima, true), fatima, true)
    expect(twice.chosen).toEqual([fatima])
    expect(withChosen(twice, fatima, false).chosen).toEqual([])
  })

  it('keeps in sight whom it let go of, until it was sent', () => {
    const chosen = withChosen(NOTHING, fatima, true)
    const letGo = withChosen(chosen, fatima, false)
    expect(letGo.seen).toEqual([fatima])
    expect(withChosen(letGo, fatima, true)).toEqual(chosen)
    expect(afterSending(chosen).seen).toEqual([])
  })

  it('keeps the words for everyone after sending, and nobody', () => {
    const after = afterSending({ chosen: [fatima], seen: [fatima], addresses: 'a@example.org', forAll: 'Denkt u mee?', own: { p1: 'Dag Fatima' } })
    expect(after).toEqual({ ...NOTHING, forAll: 'Denkt u mee?' })
    expect(isNothing(after)).toBe(false)
    expect(isNothing(NOTHING)).toBe(true)
  })
})
