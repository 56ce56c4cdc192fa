import { expect, it } from 'vitest'
import { readersOf } from './words'

it('says of an issue that is out who reads it', () => {
  for (const state of ['open', 'concluding', 'closed', 'archived', 'paused'] as const) expect(readersOf({ state, visibility: 'public' })).toEqual(['issue-readers-public'])
})

it('says of one that is not yet out who reads it now, and who will', () => {
  expect(readersOf({ state: 'proposed', visibility: 'public' })).toEqual(['issue-hidden-proposed', 'issue-opens-public'])
  expect(readersOf({ state: 'orientation', visibility: 'tenant' })).toEqual(['issue-hidden-orientation', 'issue-opens-tenant'])
  expect(readersOf({ state: 'withdrawn', visibility: 'public' })).toEqual(['issue-hidden-withdrawn'])
})

it('does not let conveners in where only invited people are', () => {
  expect(readersOf({ state: 'orientation', visibility: 'invited' })).toEqual(['issue-readers-invited'])
  expect(readersOf({ state: 'proposed', visibility: 'invited' })).toEqual(['issue-hidden-proposed', 'issue-opens-invited'])
})
