import { afterEach, describe, expect, it, vi } from 'vitest'
import { calendarMoment, clockTime, dayAfter, dayOf, dayOn, endOfDay, firstDay, friendlyMoment, fullMoment, longDay, minuteOf, momentAt } from './dates'

const now = new Date('2026-03-18T14:30:00+01:00')
const said = (moment: string, locale = 'nl') => friendlyMoment(locale, moment, now)

afterEach(() => vi.unstubAllEnvs())

describe('friendly moments', () => {
  it('counts minutes within the hour', () => {
    expect(said('2026-03-18T14:25:00+01:00')).toBe('5 minuten geleden')
  })
  it('says today and yesterday with the time', () => {
    expect(said('2026-03-18T09:05:00+01:00')).toBe('vandaag 09:05')
    expect(said('2026-03-17T23:59:00+01:00')).toBe('gisteren 23:59')
    expect(said('2026-03-17T23:59:00+01:00', 'en')).toContain('yesterday')
  })
  it('names older days, with the year when it is another', () => {
    expect(said('2026-02-01T09:05:00+01:00')).toBe('1 feb')
    expect(said('2025-02-01T09:05:00+01:00')).toBe('1 feb 2025')
  })
  it('never counts into the future when clocks differ', () => {
    expect(said('2026-03-18T14:30:05+01:00')).toBe('nu')
  })
  it('writes a day in full', () => {
    expect(longDay('nl', '2026-03-18T12:00:00Z')).toBe('18 maart 2026')
  })
})

it('lets one choose from today on, and leaves an earlier day that stands', () => {
  const now = new Date('2026-11-29T12:00:00Z')
  expect(firstDay(now, null)).toBe('2026-11-29')
  expect(firstDay(now, '2027-01-01T12:00:00Z')).toBe('2026-11-29')
  expect(firstDay(now, '2026-03-18T12:00:00Z')).toBe('2026-03-18')
})

describe.each(['UTC', 'Pacific/Auckland', 'America/Los_Angeles'])('on the clock of the Netherlands in a browser on that of %s', (zone) => {
  const there = () => vi.stubEnv('TZ', zone)

  it('says days and hours', () => {
    there()
    expect(longDay('nl', '2026-11-30T23:30:00Z')).toBe('1 december 2026')
    expect(fullMoment('nl', '2026-07-01T20:05:00Z')).toMatch(/1 juli 2026.*22:05/)
    expect(clockTime('nl', new Date('2026-11-30T20:05:00Z'))).toBe('21:05')
    expect(calendarMoment('nl', '2026-11-30T22:59:00Z', new Date('2026-11-30T23:01:00Z'))).toBe('gisteren 23:59')
    expect(calendarMoment('nl', '2026-11-30T23:00:00Z', new Date('2026-12-01T22:59:00Z'))).toBe('vandaag 00:00')
    expect(calendarMoment('nl', '2026-12-31T22:30:00Z', new Date('2027-01-02T12:00:00Z'))).toBe('31 dec 2026')
  })

  it('fills the fields for days and hours', () => {
    there()
    expect([dayOf(new Date('2026-11-30T23:30:00Z')), dayAfter(new Date('2026-11-30T23:30:00Z'))]).toEqual(['2026-12-01', '2026-12-02'])
    expect(dayAfter(new Date('2026-12-31T22:59:59Z'))).toBe('2027-01-01')
    expect([dayOn('2026-07-01T21:59:59Z'), dayOn('2026-07-01T22:00:00Z'), dayOn(null)]).toEqual(['2026-07-01', '2026-07-02', ''])
    expect(minuteOf(new Date('2026-01-05T08:07:30Z'))).toBe('2026-01-05T09:07')
  })

  it.each([
    ['2026-01-15', '2026-01-15T22:59:59.000Z'],
    ['2026-03-28', '2026-03-28T22:59:59.000Z'],
    ['2026-03-29', '2026-03-29T21:59:59.000Z'],
    ['2026-07-01', '2026-07-01T21:59:59.000Z'],
    ['2026-10-24', '2026-10-24T21:59:59.000Z'],
    ['2026-10-25', '2026-10-25T22:59:59.000Z'],
  ])('ends %s there, also when the clock is changed', (day, moment) => {
    there()
    expect(endOfDay(day)).toBe(moment)
    expect(dayOn(moment)).toBe(day)
  })

  it.each([
    ['the last minute of winter time', '2026-03-29T01:59', '2026-03-29T00:59:00.000Z'],
    ['an hour that is skipped', '2026-03-29T02:30', '2026-03-29T01:30:00.000Z'],
    ['the first minute of summer time', '2026-03-29T03:00', '2026-03-29T01:00:00.000Z'],
    ['the hour before the one that comes twice', '2026-10-25T01:59', '2026-10-24T23:59:00.000Z'],
    ['an hour that comes twice', '2026-10-25T02:30', '2026-10-25T00:30:00.000Z'],
    ['the first minute of winter time alone', '2026-10-25T03:00', '2026-10-25T02:00:00.000Z'],
  ])('means %s', (_, typed, moment) => {
    there()
    expect(momentAt(typed)).toBe(moment)
  })
})

it('makes no moment of half a field', () => {
  expect([endOfDay(''), momentAt(''), momentAt('2026-12-01T'), momentAt('T22:00')]).toEqual([null, null, null, null])
})

it('takes a year as it is typed, of four figures that are not all there yet', () => {
  expect(endOfDay('0202-12-01')?.slice(0, 4)).toBe('0202')
})
