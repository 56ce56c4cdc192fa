import { describe, expect, it } from 'vitest'
import type { IssueItem } from '@/api/types'
import { agendaOf } from './agenda'

const issue = (id: string, state: IssueItem['state'], stateAt: string, plannedEnd: string | null = null): IssueItem =>
  ({ id, state, stateAt, plannedEnd }) as IssueItem

const now = new Date('2026-11-25T12:00:00Z')

describe('the agenda of a convener', () => {
  it('begins with what waits for a decision, the longest first', () => {
    const found = agendaOf([issue('late', 'proposed', '2026-11-20T00:00:00Z'), issue('paused', 'paused', '2026-01-01T00:00:00Z'), issue('early', 'proposed', '2026-11-10T00:00:00Z')], now)
    expect(found.map(([group, issues]) => [group, issues.map(({ id }) => id)])).toEqual([
      ['decide', ['early', 'late']],
      ['paused', ['paused']],
    ])
  })

  it('speaks of an open issue only when its end has come', () => {
    const found = agendaOf([issue('over', 'open', '2026-01-01T00:00:00Z', '2026-11-01T12:00:00Z'), issue('running', 'open', '2026-01-01T00:00:00Z', '2027-01-01T12:00:00Z'), issue('free', 'open', '2026-01-01T00:00:00Z')], now)
    expect(found.map(([group, issues]) => [group, issues.map(({ id }) => id)])).toEqual([['conclude', ['over']]])
  })
})
