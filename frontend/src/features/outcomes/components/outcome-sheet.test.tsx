import { useQuery } from '@tanstack/react-query'
import { fireEvent, screen, waitFor } from '@testing-library/preact'
import { afterEach, expect, it, vi } from 'vitest'
import { fakeBrowser } from '@/testing/browser'
import { show } from '@/testing/render'
import type { Edition, Outcome } from '../api'
import OutcomeSheet from './outcome-sheet'

vi.mock('idb-keyval', () => import('@/testing/idb-keyval'))

afterEach(() => vi.unstubAllGlobals())

const edition = (title: string): Edition => ({ title, intro: '', introHtml: '', lang: 'nl', statements: [] })
const outcome: Outcome = { issue: 'i1', published: null, draft: null, publishedVersion: 1, reviews: [], can: { write: false, publish: false, review: false }, version: 1 }
const open = (title: string) => show(<OutcomeSheet tenant="ess" issue="i1" outcome={outcome} edition={edition(title)} />)

it('says once that it is an outcome when it has no title', () => {
  open('')
  expect(screen.getAllByText('Terugkoppeling')).toHaveLength(1)
  expect(screen.getByRole('heading', { level: 2 }).textContent).toBe('Terugkoppeling')
})

it('says above its title that it is an outcome', () => {
  open('Meer licht')
  expect(screen.getByText('Terugkoppeling')).toBeTruthy()
  expect(screen.getByRole('heading', { level: 2 }).textContent).toBe('Meer licht')
})

function Waiting({ ask }: { ask: () => string }) {
  useQuery({ queryKey: ['waiting'], queryFn: ask, staleTime: 60_000 })
  return null
}

it('looks again at what waits once somebody looked again at the outcome', async () => {
  fakeBrowser()
  HTMLDialogElement.prototype.showModal = function (this: HTMLDialogElement) {
    this.open = true
  }
  vi.stubGlobal('fetch', () => Promise.resolve(new Response(JSON.stringify(outcome))))
  const ask = vi.fn(() => 'asked')
  const promised = { ...outcome, can: { ...outcome.can, review: true } }
  show([<Waiting key="waiting" ask={ask} />, <OutcomeSheet key="sheet" tenant="ess" issue="i1" outcome={promised} edition={edition('Meer licht')} />])
  fireEvent.click(screen.getByRole('button', { name: 'Ik heb opnieuw gekeken' }))
  fireEvent.input(screen.getByLabelText(/Wat is ervan terechtgekomen/), { target: { value: 'De lampen branden.' } })
  fireEvent.click(screen.getByRole('radio', { name: /laatste keer/ }))
  await waitFor(() => expect(document.querySelector('input[type=date]')).toBeNull())
  expect(ask).toHaveBeenCalledTimes(1)
  fireEvent.click(screen.getByRole('button', { name: 'Leg vast' }))
  await waitFor(() => expect(ask).toHaveBeenCalledTimes(2))
})
