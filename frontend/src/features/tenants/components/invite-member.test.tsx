import { fireEvent, screen } from '@testing-library/preact'
import { afterEach, expect, it, vi } from 'vitest'
import { show } from '@/testing/render'
import { InviteMember } from './invite-member'

afterEach(() => vi.unstubAllGlobals())

const refuse = (errors: object[]) => vi.stubGlobal('fetch', () => Promise.resolve(new Response(JSON.stringify({ code: 'x', detail: 'Dat mag niet.', errors }), { status: 400 })))
const described = (field: HTMLElement) => document.getElementById(`${field.id}-error`)?.textContent

it('says at the field that is wrong what is wrong, and beside the button what is about none', async () => {
  refuse([{ pointer: '/text', code: 'x', detail: 'Deze tekst is te lang.' }])
  show(<InviteMember tenant="ess" onInvited={() => undefined} />)
  const send = () => fireEvent.click(screen.getByRole('button', { name: /uitnodig/i }))
  send()
  await screen.findByText('Deze tekst is te lang.')
  expect(described(screen.getByRole('textbox', { name: /niet verplicht/ }))).toBe('Deze tekst is te lang.')
  refuse([])
  send()
  expect((await screen.findByRole('alert')).textContent).toBe('Dat mag niet.')
})
