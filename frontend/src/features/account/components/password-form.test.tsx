import { fireEvent, screen, waitFor } from '@testing-library/preact'
import { afterEach, expect, it, vi } from 'vitest'
import { show } from '@/testing/render'
import { PasswordForm } from './password-form'

const answer = (status: number, body: unknown) => Promise.resolve(new Response(status === 204 ? null : JSON.stringify(body), { status, headers: { 'Content-Type': 'application/json' } }))

afterEach(() => vi.unstubAllGlobals())

it('says in words how strong a password is and what to do about it', async () => {
  vi.stubGlobal('fetch', (_: string, init: RequestInit) => (JSON.parse(init.body as string) as { password: string }).password === 'welkom' ? answer(200, { score: 0, hint: 'identity.password-too-short' }) : answer(200, { score: 4, hint: null }))
  show(<PasswordForm has={false} onSet={() => undefined} onCancel={() => undefined} />)
  expect(screen.queryByLabelText('Uw wachtwoord van nu')).toBeNull()
  const wanted = screen.getByLabelText('Nieuw wachtwoord')
  expect(document.activeElement).toBe(wanted)
  fireEvent.input(wanted, { target: { value: 'welkom' } })
  await screen.findByText('Sterkte: zeer zwak. Gebruik ten minste 12 tekens.')
  fireEvent.input(wanted, { target: { value: 'kraan zondag fiets mosterd' } })
  await screen.findByText('Sterkte: zeer sterk.')
})

it('says at its field what is wrong, and keeps what was typed', async () => {
  const sent: unknown[] = []
  vi.stubGlobal('fetch', (path: string, init: RequestInit) => {
    if (path === '/v1/password-strength') return answer(200, { score: 4, hint: null })
    sent.push(JSON.parse(init.body as string))
    return sent.length === 1 ? answer(400, { detail: 'Er klopt iets niet.', errors: [{ pointer: '/current', code: 'identity.current-wrong', detail: 'Dit is niet uw wachtwoord van nu.' }] }) : answer(204, null)
  })
  const onSet = vi.fn()
  show(<PasswordForm has onSet={onSet} onCancel={() => undefined} />)
  const [current, wanted] = [screen.getByLabelText('Uw wachtwoord van nu'), screen.getByLabelText('Nieuw wachtwoord')]
  fireEvent.input(current, { target: { value: 'oud' } })
  fireEvent.input(wanted, { target: { value: 'kraan zondag fiets mosterd' } })
  fireEvent.click(screen.getByRole('button', { name: 'Wachtwoord opslaan' }))
  await screen.findByText('Dit is niet uw wachtwoord van nu.')
  expect(current.getAttribute('aria-invalid')).toBe('true')
  expect((wanted as HTMLInputElement).value).toBe('kraan zondag fiets mosterd')
  fireEvent.click(screen.getByRole('button', { name: 'Wachtwoord opslaan' }))
  await waitFor(() => expect(onSet).toHaveBeenCalled())
  expect(sent[0]).toEqual({ current: 'oud', new: 'kraan zondag fiets mosterd' })
})
