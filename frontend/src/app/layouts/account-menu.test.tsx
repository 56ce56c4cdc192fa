import { fireEvent, screen, waitFor } from '@testing-library/preact'
import { beforeEach, expect, it, vi } from 'vitest'
import { isLeaving } from '@/api/session'
import type { Me } from '@/api/types'
import { show } from '@/testing/render'
import { AccountMenu } from './account-menu'

const me = { name: 'Fatima', addresses: [], memberships: [] } as unknown as Me
const assign = vi.fn()
const server = vi.fn<() => Promise<Response>>()

beforeEach(() => {
  HTMLDialogElement.prototype.showModal = function (this: HTMLDialogElement) {
    this.open = true
  }
  assign.mockReset()
  server.mockReset()
  vi.stubGlobal('location', { assign })
  vi.stubGlobal('fetch', server)
})

it('says that somebody is still signed in when signing out fails, and does it when it can', async () => {
  server.mockRejectedValueOnce(new TypeError('network'))
  show(<AccountMenu me={me} />)
  fireEvent.click(screen.getByRole('button', { name: 'Afmelden', hidden: true }))
  const dialog = await screen.findByRole('dialog', { name: 'Afmelden is niet gelukt' })
  expect(dialog.textContent).toContain('nog aangemeld')
  expect(screen.getByRole('alert').textContent).toContain('Er kwam geen antwoord.')
  expect([isLeaving(), assign.mock.calls]).toEqual([false, []])
  server.mockResolvedValueOnce(new Response(null, { status: 204 }))
  fireEvent.click(screen.getByRole('button', { name: 'Opnieuw proberen' }))
  await waitFor(() => expect(assign).toHaveBeenCalledWith('/'))
})

it('leaves nothing behind of a session that was over already', async () => {
  server.mockResolvedValueOnce(new Response(JSON.stringify({ code: 'session.required' }), { status: 401 }))
  show(<AccountMenu me={me} />)
  fireEvent.click(screen.getByRole('button', { name: 'Afmelden', hidden: true }))
  await waitFor(() => expect(assign).toHaveBeenCalledWith('/'))
  expect(localStorage.getItem('np-writer')).toBe('')
  expect(screen.queryByRole('dialog')).toBeNull()
})
