import { expect, it } from 'vitest'
import type { Heat } from '@/api/types'
import type { Translate } from '@/i18n'
import { actSentences, heatSentences, percentOf, postOf, slowChoices } from './words'

const t = ((key: string, args?: object) => `${key}${args ? JSON.stringify(args) : ''}`) as Translate
const heat: Heat = { hot: false, fast: false, lastDay: 3, before: 40, moreThan: 10, times: 3, reports: 0, reportsFrom: 2 }

it('always says the two numbers, and why only where it goes fast', () => {
  expect(heatSentences(t, heat)).toEqual(['cockpit-heat-now{"last":3,"before":40}'])
  expect(heatSentences(t, { ...heat, fast: true, reports: 2 })).toEqual(['cockpit-heat-now{"last":3,"before":40}', 'cockpit-heat-fast{"moreThan":10,"times":3}', 'cockpit-heat-reports{"reports":2}'])
})

it('says shares in whole hundredths, also of nothing', () => {
  expect([percentOf(1, 3), percentOf(0, 0)]).toEqual([33, 0])
})

it('offers the wait that was set elsewhere', () => {
  expect(slowChoices(t, 45).map(({ value }) => value)).toEqual([2, 5, 15, 30, 45, 60, 240, 1440])
  expect(slowChoices(t, 0).at(-1)?.name).toBe('pace-form-slow-hours{"hours":24}')
})

it('finds the post that a link leads to', () => {
  expect(postOf(' https://ess.example/o/ess/gesprekken/t-1#12 ')).toEqual({ thread: 't-1', seq: 12 })
  expect(postOf('https://ess.example/o/ess/gesprekken/t-1')).toBeNull()
})

it('says all that held in a conversation, or that nothing did', () => {
  const act = { id: '1', at: '2026-11-28T10:00:00Z', act: 'paced' as const, slowMinutes: 0, restsUntil: null, closed: false, lookedAtFirst: false, why: 'Zo.' }
  expect(actSentences(t, 'nl', act)).toEqual(['room-act-free'])
  expect(actSentences(t, 'nl', { ...act, closed: true, slowMinutes: 5, lookedAtFirst: true })).toEqual(['room-act-closed', 'pace-slow{"minutes":5}', 'room-act-looked-at-first'])
  expect(actSentences(t, 'nl', { ...act, act: 'sent-back' })).toEqual(['room-act-sent-back'])
  const held = { ...act, act: 'hold-set' as const, holdUntil: '2027-03-01T12:00:00Z' }
  expect(actSentences(t, 'nl', held)).toEqual(['room-act-hold-set{"until":"1 maart 2027"}'])
})
