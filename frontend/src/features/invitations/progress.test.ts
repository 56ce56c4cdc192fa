import { describe, expect, it } from 'vitest'
import type { Invitation } from './api'
import { inProgress } from './progress'

const one = (id: string, state: Invitation['state'], delivery: Invitation['delivery'] = 'sent'): Invitation =>
  ({ id, state, delivery }) as Invitation

describe('what one sent', () => {
  it('begins with a mail that did not arrive, and an answer counts more than its mail', () => {
    const found = inProgress([one('a', 'accepted', 'refused'), one('b', 'later'), one('c', 'sent', 'refused'), one('d', 'expired'), one('e', 'sent', 'queued')])
    expect(found.map(([progress, list]) => [progress, list.map(({ id }) => id)])).toEqual([
      ['undelivered', ['c']],
      ['waiting', ['b', 'e']],
      ['accepted', ['a']],
      ['over', ['d']],
    ])
  })
})
