/** Whom is asked for, as it is being described: a perspective of an issue, a vacancy of a network. */
interface Row {
  /** Null until the server has it. */
  id: string | null
  name: string
  /** What somebody who brings it has seen or done. */
  experience: string
}

/** Somebody is described already, though without a name: the server says what is missing, and nothing is lost. */
export const isBegun = (row: Row): boolean => row.name.trim() !== '' || row.experience.trim() !== ''

/** What goes to the server. A row that it has goes always: left out for want of a name it would be gone, with everybody's choice of it. */
export const isSent = (row: Row): boolean => row.id !== null || isBegun(row)

/**
 * With the ids that the server gave. A row that it has no more (somebody else took it away) becomes a new one, for
 * else it would be saved nowhere; one in which nothing stands keeps its place.
 */
export function withIds<R extends Row>(rows: readonly R[], saved: readonly { id: string; name: string }[]): R[] {
  const had = new Set(rows.map((row) => row.id))
  const fresh = saved.filter((row) => !had.has(row.id))
  // Two rows may have one name: each gets an id of its own.
  const take = (name: string): string | null => {
    const at = fresh.findIndex((row) => row.name === name)
    return at < 0 ? null : (fresh.splice(at, 1)[0]?.id ?? null)
  }
  return rows.map((row) => ({ ...row, id: saved.some(({ id }) => id === row.id) ? row.id : take(row.name.trim()) }))
}

/** The server counts the rows that it got, the page also those in which nothing stands yet: `/perspectives/0/name` may be at the second. */
export function onScreen(pointer: string, at: string, rows: readonly Row[]): string {
  const [list, place, ...rest] = pointer.slice(1).split('/')
  if (list !== at || place === undefined) return pointer
  const index = rows.flatMap((row, index) => (isSent(row) ? [index] : []))[Number(place)]
  return index === undefined ? `/${at}` : `/${[at, String(index), ...rest].join('/')}`
}
