import type { Audience, MyFacets } from './api'

/** For what one wants to be found, and by whom, while it is chosen. */
interface Choice {
  chosen: ReadonlyMap<string, Audience>
  perMonth: string
}

export interface Writing extends Choice {
  /** What it began from. */
  before: Choice
  hidden: boolean
  etag: string
}

export function begun({ items, invitationsPerMonth, hidden }: MyFacets, etag: string): Writing {
  const before = { chosen: new Map(items.map(({ term, audience }) => [term.id, audience])), perMonth: String(invitationsPerMonth) }
  return { ...before, before, hidden, etag }
}

export const isSame = (one: Choice, other: Choice): boolean =>
  one.perMonth === other.perMonth && one.chosen.size === other.chosen.size && [...one.chosen].every(([term, audience]) => other.chosen.get(term) === audience)

export const hasChanged = (writing: Writing): boolean => !isSame(writing, writing.before)

/** What was chosen otherwise here, upon what there is now: what was taken back in another window does not come back by itself. */
export function merged(mine: Writing, theirs: Writing): Writing {
  const chosen = new Map(theirs.chosen)
  for (const term of new Set([...mine.chosen.keys(), ...mine.before.chosen.keys()])) {
    const audience = mine.chosen.get(term)
    if (audience === mine.before.chosen.get(term)) continue
    if (audience) chosen.set(term, audience)
    else chosen.delete(term)
  }
  return { ...theirs, chosen, perMonth: mine.perMonth === mine.before.perMonth ? theirs.perMonth : mine.perMonth }
}
