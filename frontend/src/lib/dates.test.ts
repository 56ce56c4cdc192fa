import { describe, expect, it } from 'vitest'
import { firstDay, friendlyMoment, longDay } from './dates'

const now = new Date('2026-03-18T14:30:00')
const said = (moment: string, locale = 'nl') => friendlyMoment(locale, moment, now)

describe('friendly moments', () => {
  it('counts minutes within the hour', () => {
    expect(said('2026-03-18T14:25:00')).toBe('5 minuten geleden')
  })
  it('says today and yesterday with the time', () => {
    expect(said('2026-03-18T09:05:00')).toBe('vandaag 09:05')
    expect(said('2026-03-17T23:59:00')).toBe('gisteren 23:59')
    expect(said('2026-03-17T23:59:00', 'en')).toContain('yesterday')
  })
  it('names older days, with the year when it is another', () => {
    expect(said('2026-02-01T09:05:00')).toBe('1 feb')
    expect(said('2025-02-01T09:05:00')).toBe('1 feb 2025')
  })
  it('never counts into the future when clocks differ', () => {
    expect(said('2026-03-18T14:30:05')).toBe('nu')
  })
  it('writes a day in full', () => {
    expect(longDay('nl', '2026-03-18T12:00:00Z')).toBe('18 maart 2026')
  })
})

it('lets one choose from today on, and leaves an earlier day that stands', () => {
  const now = new Date(2026, 10, 29, 12)
  expect(firstDay(now, null)).toBe('2026-11-29')
  expect(firstDay(now, '2027-01-01T12:00:00Z')).toBe('2026-11-29')
  expect(firstDay(now, '2026-03-18T12:00:00Z')).toBe('2026-03-18')
})
