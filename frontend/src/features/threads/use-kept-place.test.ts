import { expect, it } from 'vitest'
import { placeName } from './use-kept-place'

it('keeps a place for who signed in, and none where not even this browser knows what was read', () => {
  expect(placeName('me', { id: 't1', regime: 'open' })).toBe('me/t1')
  expect(placeName('me', { id: 't1', regime: 'trusted' })).toBe('me/t1')
  expect(placeName('me', { id: 't1', regime: 'confidential' })).toBeNull()
  expect(placeName('me', { id: 't1', regime: 'authorless' })).toBeNull()
  expect(placeName('', { id: 't1', regime: 'open' })).toBeNull()
})
