import type { Issue, Participant, Readers, Regime, Retention, Thread, ThreadItem } from '@/api/types'

/** What the sheet of a room says: its rules, and whose it is. */
export interface Rules {
  purpose: string
  regime: Regime
  kind: ThreadItem['kind']
  readers: Readers
  /** Null while it is not known. */
  organisation: string | null
  /** Null while they are not known. */
  governmentBodies: readonly string[] | null
  /** By which people spoke here. */
  aliases: readonly string[]
  keptDays: number | null
  /** After the issue ended, where the organisation's own rule holds; undefined while that is not known. */
  keptYears: number | null | undefined
  keptNext: Retention['next']
  lookedAtFirst: boolean
  /** Why nothing of it is deleted for now; none of one that is not there yet. */
  holds: Thread['sheet']['holds']
}

export const rulesOf = ({ regime, kind, readers, sheet }: Thread): Rules => ({ ...sheet, regime, kind, readers, keptDays: sheet.keptDays ?? null, keptYears: sheet.keptYears ?? null, keptNext: sheet.keptNext ?? null })

const OF_OPEN: Record<Issue['visibility'], Readers> = { public: 'everyone', platform: 'signed-in', tenant: 'tenant', invited: 'participants' }
const KEPT_DAYS: Partial<Record<Regime, number>> = { confidential: 90, authorless: 90 }

/**
 * The rules of a conversation that is not there yet. The server makes them and says them of one that is; a journey
 * (`room-ahead.spec.ts`) lays both beside each other.
 */
export function rulesAhead(
  { visibility, coreQuestion }: Pick<Issue, 'visibility' | 'coreQuestion'>,
  about: { regime: Regime; kind: ThreadItem['kind']; lookedAtFirst: boolean },
  organisation: string | null,
  people: readonly Pick<Participant, 'capacity' | 'organisation'>[] | null,
  retention: Pick<Retention, 'years' | 'next'> | null,
): Rules {
  const bodies = people?.flatMap(({ capacity, organisation }) => (capacity === 'official' && organisation ? [organisation] : []))
  return {
    ...about,
    purpose: coreQuestion,
    readers: about.regime === 'open' ? OF_OPEN[visibility] : 'participants',
    organisation,
    governmentBodies: bodies ? [...new Set(bodies)].sort() : null,
    aliases: [],
    keptDays: KEPT_DAYS[about.regime] ?? null,
    keptYears: retention ? (retention.years ?? null) : undefined,
    keptNext: retention?.next ?? null,
    holds: [],
  }
}
