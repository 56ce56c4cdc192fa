import { expect, it } from 'vitest'
import { newer } from './drafts'

const here = { text: 'hier', savedAt: 2 }
const there = { text: 'daar', savedAt: 1, synced: true }

it('goes on with the newest copy', () => {
  expect(newer(here, there)?.text).toBe('hier')
  expect(newer(here, { ...there, savedAt: 3 })?.text).toBe('daar')
  expect(newer(undefined, there)?.text).toBe('daar')
})

it('forgets a text that was sent from another device', () => {
  expect(newer({ ...here, synced: true }, null)).toBeNull()
})

it('keeps a text that the server never saw', () => {
  expect(newer(here, null)?.text).toBe('hier')
})

it('goes on with what is here when the server cannot be asked', () => {
  expect(newer({ ...here, synced: true }, undefined)?.text).toBe('hier')
})
