const FIRST = 500
const LONGEST = 30_000

/** How long to wait before attempt `attempt` (from 0): doubling, capped, and spread so that not everybody returns at once. */
export function backoff(attempt: number, random: () => number): number {
  const ceiling = Math.min(LONGEST, FIRST * 2 ** attempt)
  return Math.round(ceiling / 2 + (random() * ceiling) / 2)
}
