/** A hall link in the making. */
import type { HallWish } from './halls-api'

export interface HallWriting {
  place: string
  limit: string
  day: string
  time: string
  approval: boolean
}

export const NEW_HALL: HallWriting = { place: '', limit: '50', day: '', time: '22:00', approval: false }

/** The moment on the reader's clock; none as long as it is not whole. */
function momentOf({ day, time }: Pick<HallWriting, 'day' | 'time'>): string | null {
  const moment = new Date(`${day}T${time}`)
  return Number.isNaN(moment.getTime()) ? null : moment.toISOString()
}

/** What is sent; none as long as there is no moment. */
export function wishOf(writing: HallWriting): HallWish | null {
  const endsAt = momentOf(writing)
  return endsAt === null ? null : { place: writing.place, limit: Math.trunc(Number(writing.limit)) || 0, endsAt, approval: writing.approval }
}
