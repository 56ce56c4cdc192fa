import { expect, it } from 'vitest'
import type { Translate } from '@/i18n'
import { measures, moved, placeOfOwn, withReason } from './words'

const t = ((key: string, args?: { until?: string }) => [key, args?.until].filter(Boolean).join(' ')) as unknown as Translate

it('tells a warning and a pause instead of "nothing done"', () => {
  expect(measures(t, 'nl', { act: 'leave', about: 'post' })).toEqual(['act-leave'])
  expect(measures(t, 'nl', { act: 'leave', about: 'title' })).toEqual(['act-leave-title'])
  expect(measures(t, 'nl', { act: 'looked', about: 'title' })).toEqual(['act-looked-title'])
  expect(measures(t, 'nl', { act: 'retitle', about: 'issue' })).toEqual(['act-retitle-issue'])
  expect(measures(t, 'nl', { act: 'looked', about: 'issue', byInstallation: true })).toEqual(['act-looked-installation'])
  expect(measures(t, 'nl', { act: 'looked', about: 'post', fromOutside: null })).toEqual(['act-looked-alias'])
  expect(measures(t, 'nl', { act: 'leave', about: 'post', warned: true, pausedUntil: '2026-12-08T12:00:00Z' })).toEqual(['act-warned', 'act-paused 8 december 2026'])
  expect(measures(t, 'nl', { act: 'hide', about: 'post', until: '2026-12-08T12:00:00Z', warned: true })).toEqual(['act-hide 8 december 2026', 'act-warned'])
})

it('leads to the conversation, and of an issue to that', () => {
  const place = { issue: 'i', organisation: 'Ess', tenant: 'ess' }
  expect(placeOfOwn(t, { ...place, about: 'post', thread: 't', seq: 4 })).toEqual({ href: '/o/ess/gesprekken/t#4', name: 'moderated-place' })
  expect(placeOfOwn(t, { ...place, about: 'issue', thread: null, seq: null })).toEqual({ href: '/o/ess/opgaven/i', name: 'moderated-place-issue' })
})

it('puts a reason below what is typed, and throws nothing away', () => {
  expect(withReason(' ', 'Daarom.')).toBe('Daarom.')
  expect(withReason('Ik las dit.\n', 'Daarom.')).toBe('Ik las dit.\nDaarom.')
})

it('puts one of a list in another place', () => {
  expect(moved(['a', 'b', 'c'], 2, 0)).toEqual(['c', 'a', 'b'])
  expect(moved(['a', 'b', 'c'], 0, 1)).toEqual(['b', 'a', 'c'])
})
