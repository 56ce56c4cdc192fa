import { expect, test } from 'vitest'
import { isLeaving, leave } from './session'

test('whoever signs out is leaving, unless it failed', async () => {
  await expect(leave(() => Promise.reject(new Error('offline')))).rejects.toThrow('offline')
  expect(isLeaving()).toBe(false)
  await leave(() => Promise.resolve(expect(isLeaving()).toBe(true)))
  expect(isLeaving()).toBe(true)
})
