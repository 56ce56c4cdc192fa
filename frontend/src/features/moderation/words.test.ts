import { expect, it } from 'vitest'
import type { Translate } from '@/i18n'
import { endOf, measures } from './words'

const t = ((key: string, args?: { until?: string }) => [key, args?.until].filter(Boolean).join(' ')) as unknown as Translate

it('tells a warning and a pause instead of "nothing done"', () => {
  expect(measures(t, 'nl', { act: 'leave' })).toEqual(['act-leave'])
  expect(measures(t, 'nl', { act: 'leave', warned: true, pausedUntil: '2026-12-08T12:00:00Z' })).toEqual(['act-warned', 'act-paused 8 december 2026'])
  expect(measures(t, 'nl', { act: 'hide', until: '2026-12-08T12:00:00Z', warned: true })).toEqual(['act-hide 8 december 2026', 'act-warned'])
})

it('ends a day at its last second', () => {
  expect(endOf('')).toBeNull()
  expect(new Date(endOf('2026-12-08') ?? '').getSeconds()).toBe(59)
})
