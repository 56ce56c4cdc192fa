/** A hall link in the making. */
import { momentAt } from '@/lib/dates'
import type { HallWish } from './halls-api'

export interface HallWriting {
  place: string
  limit: string
  day: string
  time: string
  approval: boolean
}

export const NEW_HALL: HallWriting = { place: '', limit: '50', day: '', time: '22:00', approval: false }

/** What is sent; none as long as there is no moment. */
export function wishOf(writing: HallWriting): HallWish | null {
  const endsAt = momentAt(`${writing.day}T${writing.time}`)
  return endsAt === null ? null : { place: writing.place, limit: Math.trunc(Number(writing.limit)) || 0, endsAt, approval: writing.approval }
}
