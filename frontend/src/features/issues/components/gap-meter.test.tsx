import { screen } from '@testing-library/preact'
import { expect, it } from 'vitest'
import type { Issue } from '@/api/types'
import { WrittenIn } from '@/i18n/written'
import { show } from '@/testing/render'
import { GapMeter } from './gap-meter'

const issue = (state: Issue['state']) => ({ state, whyOne: '', perspectives: [{ id: 'p1', name: 'Buren', experience: '', need: 'needed', wanted: 2, gap: 'wanted' }] }) as unknown as Issue

it('says whom an issue still looks for, and nothing of that once it was declined', () => {
  const { unmount } = show(<GapMeter issue={issue('open')} />)
  expect(screen.getByText('Voor ‘Buren’ zoeken wij nog mensen.')).toBeTruthy()
  unmount()
  show(<GapMeter issue={issue('declined')} />)
  expect(screen.queryByText('Nog gezocht')).toBeNull()
})

it('says in which language what people wrote most likely is', () => {
  show(
    <WrittenIn.Provider value="en">
      <GapMeter issue={issue('open')} />
    </WrittenIn.Provider>,
  )
  expect(screen.getByText('Buren').lang).toBe('en')
})
