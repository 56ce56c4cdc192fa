import type { Capacity, Reach } from '@/api/types'
import type { PlainKey, Translate } from '@/i18n'

/** One line of the report: what it is of, and how many people, when that may be told. */
export interface Line {
  name: string
  people: number | null
  wanted?: number
}

/** Lines that belong together: the parts of one whole. */
export interface Group {
  id: 'participants' | 'perspectives' | 'capacities' | 'regions' | 'invitations'
  title: string
  hint?: string
  /** What is said where there is no line. */
  none?: string
  /** What a whole bar stands for; none when it is not told either. */
  whole: number | null
  lines: Line[]
}

const CAPACITY: Record<Capacity, PlainKey> = {
  personal: 'reach-capacity-personal',
  'on-behalf': 'reach-capacity-on-behalf',
  official: 'reach-capacity-official',
}

/** The report in the order in which it is read. */
export function groupsOf(t: Translate, reach: Reach): Group[] {
  const whole = reach.participants ?? null
  const { asked, accepted, declined, unanswered } = reach.invitations
  const line = (key: PlainKey, people?: number | null): Line => ({ name: t(key), people: people ?? null })
  return [
    { id: 'participants', title: t('reach-participants'), hint: t('reach-participants-hint'), whole: null, lines: [line('reach-all', whole)] },
    {
      id: 'perspectives',
      title: t('reach-perspectives'),
      whole,
      lines: reach.perspectives.map(({ name, people, wanted }) => ({ name, people: people ?? null, wanted })),
    },
    {
      id: 'capacities',
      title: t('reach-capacities'),
      hint: t('reach-capacities-hint'),
      whole,
      lines: reach.capacities.map(({ capacity, people }) => line(CAPACITY[capacity], people)),
    },
    {
      id: 'regions',
      title: t('reach-regions'),
      hint: t('reach-regions-hint'),
      none: t('reach-regions-none'),
      whole,
      lines: reach.regions,
    },
    {
      id: 'invitations',
      title: t('reach-invitations'),
      hint: t('reach-invitations-hint'),
      none: t('reach-invitations-none'),
      whole: asked ?? null,
      lines: asked ? [line('reach-asked', asked), line('reach-accepted', accepted), line('reach-declined', declined), line('reach-unanswered', unanswered)] : [],
    },
  ]
}

/** How long a bar is, in hundredths; none for what is not told: a short bar would tell something. */
export const lengthOf = ({ people }: Line, whole: number | null): number | null => (people === null || !whole ? null : Math.min(100, Math.round((100 * people) / whole)))

export const told = (t: Translate, people: number | null): string => (people === null ? t('reach-untold') : t('reach-people', { people }))
