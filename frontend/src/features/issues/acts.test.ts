import { expect, it } from 'vitest'
import type { Issue, IssueState } from '@/api/types'
import { actsOf, listsEverybody } from './acts'

type Can = Partial<Issue['can']>

function words(state: IssueState, next: IssueState[], can: Can) {
  const issue = { state, can, nextStates: next.map((to) => ({ state: to, reasonNeeded: false })) } as unknown as Issue
  const { near, more } = actsOf(issue)
  const word = (act: (typeof near)[number]) => ('to' in act ? act.to : act.page)
  return [near.map(word), more.map(word)]
}

const convener: Can = { invite: true, writeOutcome: true, change: true }

it('asks a convener to invite first, and keeps the rest in a menu', () => {
  expect(words('open', ['withdrawn', 'paused', 'concluding'], convener)).toEqual([['invite'], ['outcome', 'edit', 'concluding', 'withdrawn', 'paused']])
})

it('puts the outcome first when the talking is done', () => {
  expect(words('concluding', ['open', 'paused'], convener)[0]).toEqual(['outcome'])
})

it('keeps yes and no to a proposal equally near', () => {
  expect(words('proposed', ['declined', 'open', 'orientation'], { change: true })).toEqual([['open', 'orientation', 'declined', 'edit'], []])
})

it('leads to who was asked while nobody can be', () => {
  const manager: Can = { manage: true }
  for (const state of ['paused', 'concluding', 'closed'] as const) expect(words(state, ['open'], manager).flat()).toContain('asked')
  expect(words('open', [], { ...manager, invite: true }).flat()).not.toContain('asked')
})

it('has no next step for what is over', () => {
  expect(words('closed', ['open', 'archived'], { writeOutcome: true })).toEqual([[], ['open', 'outcome', 'archived']])
  expect(words('closed', ['open'], {})).toEqual([[], ['open']])
})

it('makes no menu of one', () => {
  expect(words('declined', ['proposed'], { change: true })).toEqual([['proposed', 'edit'], []])
})

it('takes no list for whole in which a regime leaves people out', () => {
  expect(listsEverybody({ regime: 'trusted', role: 'participant' })).toBe(true)
  expect(listsEverybody({ regime: 'confidential', role: 'participant' })).toBe(false)
  expect(listsEverybody({ regime: 'authorless', role: 'observer' })).toBe(false)
  expect(listsEverybody({ regime: 'authorless', role: 'facilitator' })).toBe(true)
})
