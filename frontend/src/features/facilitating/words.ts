import type { Capacity, Heat, RoomActList } from '@/api/types'
import type { PlainKey, Translate } from '@/i18n'
import { fullMoment, longDay } from '@/lib/dates'

export const CAPACITY: Record<Capacity, PlainKey> = {
  personal: 'cockpit-capacity-personal',
  'on-behalf': 'cockpit-capacity-on-behalf',
  official: 'cockpit-capacity-official',
}

/** How much is said, why it says that it goes fast, and what waits: the numbers in words. */
export function heatSentences(t: Translate, { before, fast, lastDay, moreThan, reports, times }: Heat): string[] {
  return [t('cockpit-heat-now', { last: lastDay, before }), ...(fast ? [t('cockpit-heat-fast', { moreThan, times })] : []), ...(reports > 0 ? [t('cockpit-heat-reports', { reports })] : [])]
}

const HOLD = { 'hold-set': 'room-act-hold-set', 'hold-lengthened': 'room-act-hold-lengthened', 'hold-ended': 'room-act-hold-ended' } as const

/** What was done to a conversation, in sentences. */
export function actSentences(t: Translate, locale: string, { act, closed, holdUntil, lookedAtFirst, restsUntil, slowMinutes }: RoomActList['items'][number]): string[] {
  if (act === 'sent-back') return [t('room-act-sent-back')]
  if (act !== 'paced') return [t(HOLD[act], { until: holdUntil ? longDay(locale, holdUntil) : '' })]
  const set = [
    ...(closed ? [t('room-act-closed')] : []),
    ...(restsUntil ? [t('room-act-rests', { until: fullMoment(locale, restsUntil) })] : []),
    ...(slowMinutes > 0 ? [t('pace-slow', { minutes: slowMinutes })] : []),
    ...(lookedAtFirst ? [t('room-act-looked-at-first')] : []),
  ]
  return set.length > 0 ? set : [t('room-act-free')]
}

/** So many of all, in whole hundredths. */
export const percentOf = (posts: number, all: number): number => (all === 0 ? 0 : Math.round((100 * posts) / all))

type Mode = 'free' | 'slow' | 'rest' | 'close' | 'elsewhere'

/** What a facilitator is typing about the pace. */
export interface PaceWriting {
  mode: Mode
  minutes: number
  /** As a field for a moment writes it. */
  until: string
  /** The conversation in which it goes on; empty while none is chosen. */
  next: string
  /** Somebody reads each post first. */
  lookFirst: boolean
  why: string
  /** What it goes on from. */
  version: number
}

/** From two minutes to a day. */
const SLOWER = [2, 5, 15, 30, 60, 240, 1440] as const

/** Whole hours are said in hours; a number that was set elsewhere is one of the choices, too. */
export const slowChoices = (t: Translate, now: number): { value: number; name: string }[] =>
  [...new Set([...SLOWER, ...(now > 0 ? [now] : [])])]
    .sort((a, b) => a - b)
    .map((value) => ({ value, name: value % 60 === 0 ? t('pace-form-slow-hours', { hours: value / 60 }) : t('pace-form-slow-minutes', { minutes: value }) }))

/** The post that somebody copied the link of; nothing when it is another kind of link. */
export function postOf(link: string): { thread: string; seq: number } | null {
  const found = /\/gesprekken\/([^/?#]+)#(\d+)$/.exec(link.trim())
  return found ? { thread: decodeURIComponent(found[1] ?? ''), seq: Number(found[2]) } : null
}
