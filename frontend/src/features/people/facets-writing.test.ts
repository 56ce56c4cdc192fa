import { expect, it } from 'vitest'
import type { Audience, MyFacets } from './api'
import { begun, hasChanged, merged, type Writing } from './facets-writing'

const facets = (chosen: Record<string, Audience>, invitationsPerMonth = 3): MyFacets => ({
  items: Object.entries(chosen).map(([id, audience]) => ({ term: { id, key: id, kind: 'expertise', name: id }, kind: 'expertise', audience, consentedAt: '2026-11-01T12:00:00Z' })),
  invitationsPerMonth,
  hidden: false,
  contactable: true,
})
const choosing = (writing: Writing, change: (chosen: Map<string, Audience>) => void): Writing => {
  const chosen = new Map(writing.chosen)
  change(chosen)
  return { ...writing, chosen }
}

it('does not bring back what was taken back in another window', () => {
  const mine = choosing(begun(facets({ geloof: 'platform', schulden: 'tenants' }), '"1"'), (chosen) => chosen.set('wonen', 'facilitators'))
  const now = merged(mine, begun(facets({ schulden: 'tenants' }, 5), '"2"'))
  expect([...now.chosen]).toEqual([
    ['schulden', 'tenants'],
    ['wonen', 'facilitators'],
  ])
  expect([now.perMonth, now.etag]).toEqual(['5', '"2"'])
})

it('keeps what was taken back here, whatever else changed there', () => {
  const mine = choosing(begun(facets({ geloof: 'platform' }), '"1"'), (chosen) => chosen.delete('geloof'))
  const now = merged({ ...mine, perMonth: '1' }, begun(facets({ geloof: 'platform', wonen: 'nobody' }), '"2"'))
  expect([...now.chosen.keys()]).toEqual(['wonen'])
  expect(now.perMonth).toBe('1')
  expect(hasChanged(now)).toBe(true)
})
