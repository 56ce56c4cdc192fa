import { useQuery } from '@tanstack/react-query'
import { fireEvent, screen, waitFor, within } from '@testing-library/preact'
import { beforeEach, expect, it, vi } from 'vitest'
import type { Issue } from '@/api/types'
import { show } from '@/testing/render'
import IssueActs from './issue-acts'

const PROPOSAL = {
  id: 'i1',
  state: 'proposed',
  visibility: 'public',
  regime: 'open',
  can: {},
  nextStates: [{ state: 'open', reasonNeeded: false }],
} as unknown as Issue

const server = vi.fn<(path: string, init: RequestInit) => Promise<Response>>()
const standing = vi.fn(() => Promise.resolve(null))

/** What another part of the page knows about the issue. */
function Standing() {
  useQuery({ queryKey: ['standing', 'i1'], queryFn: standing })
  return null
}

beforeEach(() => {
  HTMLDialogElement.prototype.showModal = function (this: HTMLDialogElement) {
    this.open = true
  }
  server.mockReset()
  standing.mockClear()
  server.mockImplementation(() => Promise.resolve(new Response(JSON.stringify({ ...PROPOSAL, state: 'open', nextStates: [] }))))
  vi.stubGlobal('fetch', server)
})

it('names who will read before it opens a proposal, and then asks again for what the step changed', async () => {
  const onMoved = vi.fn()
  show(
    <>
      <IssueActs tenant="ess" issue={PROPOSAL} onMoved={onMoved} />
      <Standing />
    </>,
  )
  await waitFor(() => expect(standing).toHaveBeenCalledTimes(1))
  fireEvent.click(screen.getByRole('button', { name: 'Overnemen en openen' }))
  const dialog = within(await screen.findByRole('dialog'))
  expect(dialog.getByText('Na het openen kan iedereen dit lezen, ook zonder aanmelden.')).toBeTruthy()
  expect(dialog.getByText(/^Open gesprek\./)).toBeTruthy()
  expect(server).not.toHaveBeenCalledWith(expect.stringContaining('/issues/i1'), expect.anything())
  fireEvent.click(dialog.getByRole('button', { name: 'Overnemen en openen' }))
  await waitFor(() => expect(onMoved).toHaveBeenCalledOnce())
  await waitFor(() => expect(standing).toHaveBeenCalledTimes(2))
})
