import { fireEvent, screen } from '@testing-library/preact'
import { beforeEach, expect, it, vi } from 'vitest'
import { show } from '@/testing/render'
import type { Outcome } from '../api'
import { Review } from './review'

const outcome: Outcome = { issue: 'i1', published: null, draft: null, publishedVersion: 1, reviews: [{ html: '<p>De lampen branden.</p>', reviewedAt: '2026-01-20T12:00:00Z' }], can: { write: false, publish: false, review: true }, version: 1 }

beforeEach(() => {
  HTMLDialogElement.prototype.showModal = function (this: HTMLDialogElement) {
    this.open = true
  }
})

it('says at the words and the day that they are missing, and beside no field what is refused of no day', async () => {
  vi.stubGlobal('fetch', () => Promise.resolve(new Response(JSON.stringify({ code: 'denied', detail: 'Dit mag u hier niet doen.' }), { status: 403 })))
  show(<Review tenant="ess" issue="i1" outcome={outcome} reviewAt="2026-01-01T12:00:00Z" now={new Date('2026-02-01T12:00:00Z')} onReviewed={vi.fn()} />)
  fireEvent.click(screen.getByRole('button'))
  const [yes, no] = await screen.findAllByRole<HTMLInputElement>('radio')
  const note = () => fireEvent.click(screen.getByRole('button', { name: 'Leg vast' }))
  const day = () => document.querySelector('input[type=date]')
  const words = screen.getByLabelText(/Wat is ervan terechtgekomen/)
  note()
  await vi.waitFor(() => expect(day()?.getAttribute('aria-invalid')).toBe('true'))
  expect(words.getAttribute('aria-invalid')).toBe('true')
  fireEvent.input(words, { target: { value: 'De lampen branden.' } })
  expect(screen.queryByRole('alert')).toBeNull()
  fireEvent.click(no as HTMLElement)
  await vi.waitFor(() => expect(day()).toBeNull())
  note()
  expect((await screen.findByRole('alert')).textContent).toContain('Dit mag u hier niet doen.')
  expect(yes?.checked).toBe(false)
  expect(day()).toBeNull()
})

it('shows what was found by who looked again, with the day', () => {
  show(<Review tenant="ess" issue="i1" outcome={{ ...outcome, can: { ...outcome.can, review: false } }} reviewAt={null} now={new Date('2026-02-01T12:00:00Z')} onReviewed={vi.fn()} />)
  expect(screen.getByText('De lampen branden.')).toBeTruthy()
  expect(screen.getByText(/Opnieuw bekeken op .*20 januari 2026/)).toBeTruthy()
})
