import { expect, it } from 'vitest'
import type { Issue, Regime } from '@/api/types'
import { rulesAhead } from './rules'

const issue = { visibility: 'public', coreQuestion: 'Hoe wordt het plein van iedereen?' } as const
const about = { regime: 'open', kind: 'talk', lookedAtFirst: false } as const
const people = [
  { capacity: 'official', organisation: 'Provincie' },
  { capacity: 'on-behalf', organisation: 'De buurtclub' },
  { capacity: 'official', organisation: 'Gemeente' },
  { capacity: 'official', organisation: 'Provincie' },
] as const

it.each<[Issue['visibility'], Regime, string]>([
  ['public', 'open', 'everyone'],
  ['platform', 'open', 'signed-in'],
  ['tenant', 'open', 'tenant'],
  ['invited', 'open', 'participants'],
  ['public', 'trusted', 'participants'],
  ['public', 'confidential', 'participants'],
  ['platform', 'authorless', 'participants'],
])('of an issue that is %s, %s is read by %s', (visibility, regime, readers) => {
  expect(rulesAhead({ ...issue, visibility }, { ...about, regime }, 'Zaanrade', people, null).readers).toBe(readers)
})

it('names each government body once, and none while nobody knows them', () => {
  expect(rulesAhead(issue, about, 'Zaanrade', people, null).governmentBodies).toEqual(['Gemeente', 'Provincie'])
  expect(rulesAhead(issue, about, 'Zaanrade', null, null).governmentBodies).toBeNull()
})

it('keeps rooms in which nobody is named for a while only', () => {
  const kept = (regime: Regime) => rulesAhead(issue, { ...about, regime }, 'Zaanrade', people, null).keptDays
  expect([kept('open'), kept('trusted'), kept('confidential'), kept('authorless')]).toEqual([null, null, 90, 90])
})

it('keeps the others as long as the organisation says, once that is known', () => {
  const next = { years: 2, from: '2027-01-01T00:00:00Z' }
  expect(rulesAhead(issue, about, 'Zaanrade', people, { years: 5, next })).toMatchObject({ keptYears: 5, keptNext: next })
  expect(rulesAhead(issue, about, 'Zaanrade', people, {}).keptYears).toBeNull()
  expect(rulesAhead(issue, about, 'Zaanrade', people, null).keptYears).toBeUndefined()
})
