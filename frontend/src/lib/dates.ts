/** Moments and days in the reader's language. */
const MINUTE = 60_000
const HOUR = 60 * MINUTE

const formats = new Map<string, Intl.DateTimeFormat>()
function format(locale: string, name: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${locale} ${name}`
  const known = formats.get(key)
  if (known) return known
  const made = new Intl.DateTimeFormat(locale, options)
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
  const midnight = new Date(now)
  midnight.setHours(0, 0, 0, 0)
  if (then >= midnight) return `${words.format(0, 'day')} ${clockTime(locale, then)}`
  midnight.setDate(midnight.getDate() - 1)
  if (then >= midnight) return `${words.format(-1, 'day')} ${clockTime(locale, then)}`
  const sameYear = then.getFullYear() === now.getFullYear()
  return format(locale, `short ${String(sameYear)}`, { day: 'numeric', month: 'short', ...(sameYear ? {} : { year: 'numeric' }) }).format(then)
}

/** The day after this moment, as a date field writes it: `2026-03-18`. */
export const dayAfter = (moment: Date): string => dayOf(new Date(moment.getFullYear(), moment.getMonth(), moment.getDate() + 1))

/** The day of this moment, where the reader is, as a date field writes it. */
export const dayOf = (moment: Date): string => [moment.getFullYear(), moment.getMonth() + 1, moment.getDate()].map((part) => String(part).padStart(2, '0')).join('-')

/** The first day that can be chosen for what is still to come: today, or the one that stands there since before. */
export const firstDay = (now: Date, stands: string | null | undefined): string => [dayOf(now), stands?.slice(0, 10) || '9999'].toSorted()[0] ?? ''
