import { fireEvent, screen } from '@testing-library/preact'
import { expect, it } from 'vitest'
import type { Talk } from '@/api/types'
import { Around, show } from '@/testing/render'
import { TalkCard } from './talk-card'

const talk = (rulesVersion: number) =>
  ({
    id: 'g1',
    state: 'open',
    side: 'asker',
    subject: 'Het plein',
    purpose: 'Samen kijken.',
    until: '2027-01-01T12:00:00Z',
    changedAt: '2026-12-01T12:00:00Z',
    other: { name: 'Noord', tenantName: 'Essen', purpose: 'Samen verder.' },
    can: {},
    question: { houseRulesHtml: `<p>Regels ${String(rulesVersion)}</p>`, rulesVersion, shownName: 'Fatima' },
  }) as unknown as Talk
const card = (rulesVersion: number) => <TalkCard tenant="ess" network="n1" talk={talk(rulesVersion)} href={null} owner="me" onChanged={() => undefined} />
const box = () => screen.getByRole<HTMLInputElement>('checkbox', { name: 'Ik ga akkoord met de huisregels' })

it('takes agreeing with the rules for those rules only', () => {
  const { rerender } = show(card(1))
  fireEvent.click(box())
  expect(box().checked).toBe(true)
  rerender(<Around>{card(2)}</Around>)
  expect(screen.getByText('Regels 2')).toBeTruthy()
  expect(box().checked).toBe(false)
})
