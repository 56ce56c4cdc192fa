import type { Invitee } from './api'

/** Addresses as people paste them: one per line, or with commas, semicolons or spaces between; each once. */
export function addressesIn(text: string): string[] {
  const seen = new Set<string>()
  return text.split(/[\s,;]+/).filter((address) => {
    const key = address.toLowerCase()
    if (!address || seen.has(key)) return false
    seen.add(key)
    return true
  })
}

/** Whether a mail could get there: words that are between pasted addresses are none, and the server says so. */
export const isAddress = (typed: string): boolean => /^[^\s@<>]+@[^\s@<>]+\.[^\s@<>]+$/.test(typed)

/** Who is asked, each with their own words or else those for everyone. */
export function inviteesOf(people: readonly string[], addresses: readonly string[], own: Readonly<Record<string, string>>, forAll: string): Invitee[] {
  const text = (who: string) => {
    const words = (own[who] ?? '').trim() || forAll.trim()
    return words ? { text: words } : {}
  }
  return [...people.map((person) => ({ person, ...text(person) })), ...addresses.map((email) => ({ email, ...text(email) }))]
}

/** Which invitee a refused field is about (`/invitees/3/email`). */
export function inviteeAt(pointer: string): number | null {
  const place = /^\/invitees\/(\d+)\//.exec(pointer)?.[1]
  return place === undefined ? null : Number(place)
}
