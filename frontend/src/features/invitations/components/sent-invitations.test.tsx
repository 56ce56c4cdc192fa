import { screen } from '@testing-library/preact'
import { expect, it, vi } from 'vitest'
import { show } from '@/testing/render'
import type { Invitation } from '../api'
import { SentInvitations } from './sent-invitations'

it('says to whom it was written, with each text', () => {
  const one = (id: string, name: string) => ({ id, name, text: 'Denkt u mee?', state: 'sent', delivery: 'sent', role: 'participant', reminders: 0, sentAt: '2026-01-01T00:00:00Z', expiresAt: '2026-01-15T00:00:00Z', can: {} }) as unknown as Invitation
  show(<SentInvitations tenant="ess" invitations={[one('1', 'Ben'), one('2', 'Sara')]} onChanged={vi.fn()} />)
  const said = [...document.querySelectorAll('summary')].map((summary) => summary.textContent?.replaceAll(/[\u2068\u2069]/g, ''))
  expect(said).toEqual(['Wat u schreef aan Ben', 'Wat u schreef aan Sara'])
  expect(screen.getAllByText('Denkt u mee?')).toHaveLength(2)
})

it('says which role a colleague is asked into', () => {
  const asked = { id: '1', email: 'collega@example.org', text: '', state: 'sent', delivery: 'sent', role: 'publisher', reminders: 0, sentAt: '2026-01-01T00:00:00Z', expiresAt: '2026-01-15T00:00:00Z', can: {} } as unknown as Invitation
  show(<SentInvitations tenant="ess" invitations={[asked]} onChanged={vi.fn()} />)
  expect(screen.getByText(/ · Redacteur$/)).toBeTruthy()
})
