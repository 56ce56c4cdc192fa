import { screen } from '@testing-library/preact'
import { expect, it } from 'vitest'
import type { Tie } from '@/api/types'
import { show } from '@/testing/render'
import { TieCard } from './tie-card'

const open = (side: Tie['side']) => {
  const tie = { id: 't1', state: 'asked', side, askedAt: '2026-01-01T00:00:00Z', changedAt: '2026-01-01T00:00:00Z', motivation: 'Samen weten we meer.', can: {} } as unknown as Tie
  show(<TieCard tenant="ess" network="n1" tie={tie} href={null} owner="o" onChanged={() => undefined} />)
}

it('reads to who asked as their own words', () => {
  open('asker')
  expect(screen.getByText(/Waarom u contact zoekt/)).toBeTruthy()
})

it('reads to who is asked as the words of the others', () => {
  open('asked')
  expect(screen.getByText(/Waarom zij contact zoeken/)).toBeTruthy()
})
