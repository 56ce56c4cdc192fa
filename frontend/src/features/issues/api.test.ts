import { expect, it } from 'vitest'
import { touchedBy } from './api'

it('touches what is asked about the issue, and what the overview says that waits', () => {
  const touched = touchedBy('i1')
  for (const queryKey of [['issue', 'ess', 'i1'], ['my-issues'], ['waiting']]) expect(touched({ queryKey })).toBe(true)
  for (const queryKey of [['issue', 'ess', 'i2'], ['waiting-posts', 'ess']]) expect(touched({ queryKey })).toBe(false)
})
