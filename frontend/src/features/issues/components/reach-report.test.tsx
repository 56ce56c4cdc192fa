import { screen, within } from '@testing-library/preact'
import { expect, it } from 'vitest'
import type { Reach } from '@/api/types'
import { show } from '@/testing/render'
import { ReachReport } from './reach-report'

const reach: Reach = {
  takenAt: '2026-11-27T02:00:00Z',
  participants: 40,
  perspectives: [
    { name: 'ouder', wanted: 9, people: 10 },
    { name: 'winkelier', wanted: 3, people: null },
  ],
  capacities: [],
  regions: [],
  invitations: { asked: 45, accepted: 25, declined: null, unanswered: null },
}

it('draws a bar for what is told and none for what is not, and says both in words', () => {
  const { container } = show(<ReachReport least={10} reach={reach} />)
  const line = (name: string) => screen.getAllByRole('listitem').find((item) => item.textContent.startsWith(name))
  expect(line('ouder')?.textContent).toContain('10 of meer')
  expect(line('ouder')?.querySelector('rect:last-child')?.getAttribute('width')).toBe('25')
  expect(line('winkelier')?.textContent).toContain('Niet genoemd')
  expect(line('winkelier')?.textContent).toContain('Gezocht: 3')
  expect(line('winkelier')?.querySelector('svg')).toBeNull()
  expect([...container.querySelectorAll('svg')].every((bar) => bar.getAttribute('aria-hidden') === 'true')).toBe(true)
})

it('says the same once more as a table', () => {
  show(<ReachReport least={10} reach={reach} />)
  const table = within(screen.getByRole('table', { hidden: true }))
  const row = (name: string) => table.getByRole('row', { name: new RegExp(name), hidden: true }).textContent
  expect(row('ouder')).toBe('ouder10 of meer')
  expect(row('Ja gezegd')).toBe('Ja gezegd25 of meer')
  expect(row('Van geen provincie')).toBeTruthy()
})
