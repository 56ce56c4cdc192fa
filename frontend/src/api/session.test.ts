import { afterEach, expect, test } from 'vitest'
import { isLeaving, leave } from './session'

afterEach(() => localStorage.clear())

test('whoever signs out is leaving, unless it failed', async () => {
  await expect(leave(() => Promise.reject(new Error('offline')))).rejects.toThrow('offline')
  expect(isLeaving()).toBe(false)
  expect(localStorage.getItem('np-writer')).toBeNull()
  await leave(() => Promise.resolve(expect(isLeaving()).toBe(true)))
  expect(isLeaving()).toBe(true)
  // That is what other tabs hear.
  expect(localStorage.getItem('np-writer')).toBe('')
})
