import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { Reading } from './reading'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

function reader(attentive = true) {
  const read: number[] = []
  return { read, reading: new Reading(attentive, (seq) => read.push(seq)) }
}

it('counts a post as read after a second in view', () => {
  const { read, reading } = reader()
  reading.inView(1, true)
  vi.advanceTimersByTime(999)
  expect(read).toEqual([])
  vi.advanceTimersByTime(1)
  expect(read).toEqual([1])
})

it('does not count what scrolled by', () => {
  const { read, reading } = reader()
  reading.inView(1, true)
  vi.advanceTimersByTime(500)
  reading.inView(1, false)
  vi.advanceTimersByTime(5000)
  expect(read).toEqual([])
})

it('does not count while nobody looks, and starts over when they return', () => {
  const { read, reading } = reader()
  reading.inView(1, true)
  vi.advanceTimersByTime(900)
  reading.attention(false)
  vi.advanceTimersByTime(5000)
  reading.attention(true)
  vi.advanceTimersByTime(900)
  expect(read).toEqual([])
  vi.advanceTimersByTime(100)
  expect(read).toEqual([1])
})

it('stops with the page', () => {
  const { read, reading } = reader()
  reading.inView(1, true)
  reading.stop()
  vi.advanceTimersByTime(5000)
  expect(read).toEqual([])
})
