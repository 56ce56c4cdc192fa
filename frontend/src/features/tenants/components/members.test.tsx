import { fireEvent, screen, waitFor } from '@testing-library/preact'
import { afterEach, expect, it, vi } from 'vitest'
import { show } from '@/testing/render'
import type { Member } from '../api'
import { MemberRows } from './members'

afterEach(() => vi.unstubAllGlobals())

it('says, before a member is removed, what stays and who can end that', () => {
  const member: Member = { person: 'p1', name: 'Fatima', role: 'member', you: false }
  show(<MemberRows tenant="ess" members={[member]} onChanged={() => undefined} />)
  fireEvent.click(screen.getByRole('button', { name: /verwijderen$/ }))
  expect(screen.getByRole('dialog').textContent).toContain('Wie een opgave begeleidt, kan de deelname daar beëindigen.')
})

it('says of oneself that one loses one’s own access', () => {
  show(<MemberRows tenant="ess" members={[{ person: 'p1', name: 'Fatima', role: 'owner', you: true }]} onChanged={() => undefined} />)
  fireEvent.click(screen.getByRole('button', { name: /verwijderen$/ }))
  expect(screen.getByRole('dialog', { name: 'Wilt u uzelf verwijderen?' }).textContent).toContain('U verliest uw eigen rol in deze organisatie.')
})

it('asks an owner once before they give up that role, and asks nothing of others', async () => {
  const sent = vi.fn(() => Promise.resolve(new Response('{}')))
  vi.stubGlobal('fetch', sent)
  const own: Member = { person: 'p1', name: 'Fatima', role: 'owner', you: true }
  const other: Member = { person: 'p2', name: 'Ben', role: 'owner', you: false }
  show(<MemberRows tenant="ess" members={[own, other]} onChanged={() => undefined} />)
  const become = (name: string) => {
    fireEvent.click(screen.getByRole('button', { name: `Rol van ${name} wijzigen` }))
    fireEvent.click(screen.getByRole('radio', { name: /^Lid/ }))
    fireEvent.click(screen.getByRole('button', { name: 'Opslaan' }))
  }
  become('Fatima')
  expect((await screen.findByRole('dialog')).textContent).toContain('Alleen een andere eigenaar kan u weer eigenaar maken.')
  fireEvent.click(screen.getByRole('button', { name: 'Annuleren' }))
  expect(screen.getByRole<HTMLInputElement>('radio', { name: /^Lid/ }).checked, 'what was chosen is there again').toBe(true)
  expect(sent).not.toHaveBeenCalled()
  fireEvent.click(screen.getByRole('button', { name: 'Opslaan' }))
  fireEvent.click(screen.getByRole('button', { name: 'Rol opgeven' }))
  await waitFor(() => expect(sent).toHaveBeenCalledTimes(1))
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
  become('Ben')
  await waitFor(() => expect(sent).toHaveBeenCalledTimes(2))
})

it('says at the question why an owner keeps that role', async () => {
  vi.stubGlobal('fetch', () => Promise.resolve(new Response(JSON.stringify({ code: 'x', detail: 'Er is geen andere eigenaar.', errors: [] }), { status: 409 })))
  show(<MemberRows tenant="ess" members={[{ person: 'p1', name: 'Fatima', role: 'owner', you: true }]} onChanged={() => undefined} />)
  fireEvent.click(screen.getByRole('button', { name: 'Rol van Fatima wijzigen' }))
  fireEvent.click(screen.getByRole('radio', { name: /^Lid/ }))
  fireEvent.click(screen.getByRole('button', { name: 'Opslaan' }))
  fireEvent.click(screen.getByRole('button', { name: 'Rol opgeven' }))
  expect(await screen.findByText('Er is geen andere eigenaar.')).toBeTruthy()
  expect(screen.getByRole('dialog').textContent).toContain('Alleen een andere eigenaar')
})
