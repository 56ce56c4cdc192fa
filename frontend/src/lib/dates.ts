/** Moments and days in the reader's language, on the clock of the Netherlands wherever the browser is: mails and pages of the server are, too. */
const ZONE = 'Europe/Amsterdam'
const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

const formats = new Map<string, Intl.DateTimeFormat>()
function format(locale: string, name: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${locale} ${name}`
  const known = formats.get(key)
  if (known) return known
  const made = new Intl.DateTimeFormat(locale, { ...options, timeZone: ZONE })
  formats.set(key, made)
  return made
}

export const longDay = (locale: string, moment: string) => format(locale, 'day', { day: 'numeric', month: 'long', year: 'numeric' }).format(new Date(moment))

export const clockTime = (locale: string, moment: Date) => format(locale, 'clock', { hour: '2-digit', minute: '2-digit' }).format(moment)

export const fullMoment = (locale: string, moment: string) =>
  format(locale, 'full', { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric', hour: '2-digit', minute: '2-digit' }).format(new Date(moment))

/** Near moments in words, today and yesterday with the time, older ones as a day. */
export function friendlyMoment(locale: string, moment: string, now: Date): string {
  const age = now.getTime() - new Date(moment).getTime()
  const words = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' })
  if (age < MINUTE) return words.format(0, 'second')
  if (age < HOUR) return words.format(-Math.floor(age / MINUTE), 'minute')
  return calendarMoment(locale, moment, now)
}

/** Today and yesterday with the time, older ones as a day: what can stand after "since". */
export function calendarMoment(locale: string, moment: string, now: Date): string {
  const then = new Date(moment)
  const words = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' })
  const day = dayOf(then)
  const today = dayOf(now)
  if (day >= today) return `${words.format(0, 'day')} ${clockTime(locale, then)}`
  if (day >= moved(today, -1)) return `${words.format(-1, 'day')} ${clockTime(locale, then)}`
  const sameYear = day.slice(0, 4) === today.slice(0, 4)
  return format(locale, `short ${String(sameYear)}`, { day: 'numeric', month: 'short', ...(sameYear ? {} : { year: 'numeric' }) }).format(then)
}

/** A moment as a field for day and time writes it: `2026-03-18T14:30`. */
export const minuteOf = (moment: Date): string => wallOf(moment).slice(0, 16)

/** The day of this moment, as a date field writes it: `2026-03-18`. */
export const dayOf = (moment: Date): string => wallOf(moment).slice(0, 10)

/** The same of a moment from the server; an empty field for none. */
export const dayOn = (moment: string | null | undefined): string => (moment ? dayOf(new Date(moment)) : '')

/** The day after this moment. */
export const dayAfter = (moment: Date): string => moved(dayOf(moment), 1)

/** The first day that can be chosen for what is still to come: today, or the one that stands there since before. */
export const firstDay = (now: Date, stands: string | null | undefined): string => [dayOf(now), dayOn(stands) || '9999'].toSorted()[0] ?? ''

/**
 * The moment at which our clock says what a field for day and time holds; none while that is not whole. An hour that
 * comes twice is meant the first time, one that is skipped as if the clock had not been changed yet.
 */
export function momentAt(typed: string): string | null {
  const wall = Date.parse(`${typed}Z`)
  if (Number.isNaN(wall)) return null
  const [before, after] = [wall - ahead(wall - DAY), wall - ahead(wall + DAY)]
  const found = [before, after].find((moment) => moment + ahead(moment) === wall) ?? before
  return new Date(found).toISOString()
}

/** The end of a day that was chosen, so that what is set still holds on it; none for none. */
export const endOfDay = (day: string): string | null => momentAt(`${day}T23:59:59`)

/** How far our clock is ahead of the world's, in milliseconds. */
const ahead = (moment: number): number => Date.parse(`${wallOf(new Date(moment))}Z`) - Math.floor(moment / 1000) * 1000

/** What our clock and calendar say, as fields write it: `2026-03-18T14:30:00`. */
function wallOf(moment: Date): string {
  const options = { year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit', second: '2-digit', hourCycle: 'h23' } as const
  const parts = new Map(format('en', 'wall', options).formatToParts(moment).map(({ type, value }) => [type, value]))
  const of = (type: Intl.DateTimeFormatPartTypes) => parts.get(type) ?? ''
  return `${of('year').padStart(4, '0')}-${of('month')}-${of('day')}T${of('hour')}:${of('minute')}:${of('second')}`
}

/** So many days further on the calendar. */
const moved = (day: string, days: number): string => new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY).toISOString().slice(0, 10)
