import { expect, it } from 'vitest'
import type { Reach } from '@/api/types'
import type { Translate } from '@/i18n'
import { groupsOf, lengthOf } from './reach'

const t = ((key: string) => key) as Translate

const reach: Reach = {
  takenAt: '2026-11-27T02:00:00Z',
  participants: 40,
  perspectives: [
    { name: 'ouder', wanted: 9, people: 10 },
    { name: 'winkelier', wanted: 3, people: null },
  ],
  capacities: [{ capacity: 'personal', people: 20 }],
  regions: [],
  invitations: { asked: null, accepted: null, declined: null, unanswered: null },
}

it('puts the report in the order in which it is read', () => {
  const groups = groupsOf(t, reach)
  expect(groups.map(({ id, lines }) => [id, lines.length])).toEqual([
    ['participants', 1],
    ['perspectives', 2],
    ['capacities', 1],
    ['regions', 0],
    ['invitations', 0],
  ])
  expect(groups.slice(3).map(({ none }) => none)).toEqual(['reach-regions-none', 'reach-invitations-none'])
  const asked = groupsOf(t, { ...reach, invitations: { asked: 45, accepted: 25, declined: null, unanswered: null } })
  expect(asked[4]?.lines.map(({ people }) => people)).toEqual([45, 25, null, null])
})

it('draws what is told, and nothing for what is not', () => {
  expect(lengthOf({ name: 'ouder', people: 10 }, 40)).toBe(25)
  expect(lengthOf({ name: 'winkelier', people: null }, 40)).toBeNull()
  expect(lengthOf({ name: 'gevraagd', people: null }, null)).toBeNull()
})
