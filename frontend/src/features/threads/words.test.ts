import { expect, it } from 'vitest'
import { named } from './words'

it('tells all names of a few, and some of many, and never how many', () => {
  expect(named(['Noor', 'Bram', 'Fatima', 'Joost'])).toEqual({ shown: ['Noor', 'Bram', 'Fatima', 'Joost'], more: false })
  expect(named(['Noor', 'Bram', 'Fatima', 'Joost', 'Ann'])).toEqual({ shown: ['Noor', 'Bram', 'Fatima'], more: true })
})
