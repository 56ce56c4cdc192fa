import { beforeEach, expect, it } from 'vitest'
import { forgetPlaces, keepPlace, placeIn } from './places'

beforeEach(() => localStorage.clear())

it('knows where somebody left off, until they were at the end', () => {
  keepPlace('a', 7)
  keepPlace('b', 3)
  keepPlace('a', 9)
  expect([placeIn('a'), placeIn('b'), placeIn('c')]).toEqual([9, 3, null])
  keepPlace('a', null)
  expect([placeIn('a'), placeIn('b')]).toEqual([null, 3])
})

it('lets go of what was left longest ago, and of all at once', () => {
  for (let number = 1; number <= 60; number++) keepPlace(`room ${String(number)}`, number)
  expect([placeIn('room 10'), placeIn('room 11')]).toEqual([null, 11])
  forgetPlaces()
  expect(placeIn('room 60')).toBeNull()
})

it('begins anew where something else stands', () => {
  localStorage.setItem('np-places', '{"a":1')
  expect(placeIn('a')).toBeNull()
  localStorage.setItem('np-places', '{"a":1}')
  keepPlace('a', 2)
  expect(placeIn('a')).toBe(2)
})
