import { expect, it } from 'vitest'
import { readersOf, seeksNobody } from './words'

it('says of an issue that is out who reads it', () => {
  for (const state of ['open', 'concluding', 'closed', 'archived', 'paused'] as const) expect(readersOf({ state, visibility: 'public' })).toEqual(['issue-readers-public'])
})

it('says of one that is not yet out who reads it now, and who will', () => {
  expect(readersOf({ state: 'proposed', visibility: 'public' })).toEqual(['issue-hidden-proposed', 'issue-opens-public'])
  expect(readersOf({ state: 'orientation', visibility: 'tenant' })).toEqual(['issue-hidden-orientation', 'issue-opens-tenant'])
  expect(readersOf({ state: 'withdrawn', visibility: 'public' })).toEqual(['issue-hidden-withdrawn'])
  expect(readersOf({ state: 'declined', visibility: 'public' })).toEqual(['issue-hidden-declined'])
})

it('does not let conveners in where only invited people are', () => {
  expect(readersOf({ state: 'orientation', visibility: 'invited' })).toEqual(['issue-readers-invited'])
  expect(readersOf({ state: 'proposed', visibility: 'invited' })).toEqual(['issue-hidden-proposed', 'issue-opens-invited'])
})

it('looks for nobody in what is over, or was declined', () => {
  for (const state of ['closed', 'archived', 'declined', 'withdrawn'] as const) expect(seeksNobody(state)).toBe(true)
  for (const state of ['draft', 'proposed', 'orientation', 'open', 'concluding', 'paused'] as const) expect(seeksNobody(state)).toBe(false)
})
