/** Where somebody left off, on this device and nowhere else. */
const KEY = 'np-places'
/** The places left longest ago make room. */
const MOST = 50

type Places = readonly (readonly [name: string, at: number])[]

function all(): Places {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(KEY) ?? '[]')
    return Array.isArray(kept) ? (kept as Places) : []
  } catch {
    return []
  }
}

export function placeIn(name: string): number | null {
  const at = all().find(([one]) => one === name)?.[1]
  return typeof at === 'number' && at > 0 ? at : null
}

/** Null where nothing is to be come back to. */
export function keepPlace(name: string, at: number | null): void {
  const others = all().filter(([one]) => one !== name)
  try {
    localStorage.setItem(KEY, JSON.stringify((at === null ? others : [...others, [name, at]]).slice(-MOST)))
  } catch {
    // A browser that keeps nothing begins where everybody begins.
  }
}

export function forgetPlaces(): void {
  try {
    localStorage.removeItem(KEY)
  } catch {
    // Nothing was kept either.
  }
}
