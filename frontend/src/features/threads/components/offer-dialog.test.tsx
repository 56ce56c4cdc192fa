import { fireEvent, screen } from '@testing-library/preact'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import type { Dilemma } from '@/api/types'
import { kept } from '@/testing/idb-keyval'
import { show } from '@/testing/render'
import OfferDialog from './offer-dialog'

vi.mock('idb-keyval', () => import('@/testing/idb-keyval'))

const before: Dilemma = { possible: 'Een fietspad', impossible: 'Een tunnel', decides: 'De raad', version: 1, acknowledgements: [], can: { offer: true } }
const since: Dilemma = { ...before, possible: 'Een voetpad', version: 2 }
const asked: (string | null)[] = []

beforeEach(() => {
  kept.clear()
  asked.length = 0
  HTMLDialogElement.prototype.showModal = function (this: HTMLDialogElement) {
    this.open = true
  }
  vi.stubGlobal('fetch', (_: string, init: RequestInit) => {
    if (init.method !== 'PUT') return Promise.resolve(new Response(JSON.stringify(since)))
    const version = new Headers(init.headers).get('If-Match')
    asked.push(version)
    return Promise.resolve(version === '"2"' ? new Response(JSON.stringify({ ...since, version: 3 })) : new Response(JSON.stringify({ code: 'precondition-failed', detail: 'Iemand anders was u voor.' }), { status: 412 }))
  })
})
afterEach(() => vi.unstubAllGlobals())

const open = (dilemma: Dilemma, onDone = vi.fn()) => show(<OfferDialog tenant="ess" thread="t1" dilemma={dilemma} onClose={vi.fn()} onDone={onDone} />)

it('finds what was kept after somebody else saved, and shows both before either is lost', async () => {
  const first = open(before)
  fireEvent.input(screen.getByLabelText(/^Wat kan/), { target: { value: 'Een brug' } })
  first.unmount()
  const onDone = vi.fn()
  open(since, onDone)
  await vi.waitFor(() => expect(screen.getByLabelText<HTMLTextAreaElement>(/^Wat kan/).value).toBe('Een brug'))
  fireEvent.click(screen.getByRole('button', { name: 'Opslaan' }))
  expect(await screen.findByText('Een voetpad')).toBeTruthy()
  expect(onDone).not.toHaveBeenCalled()
  fireEvent.click(screen.getByRole('button', { name: 'Mijn tekst houden' }))
  fireEvent.click(screen.getByRole('button', { name: 'Opslaan' }))
  await vi.waitFor(() => expect(onDone).toHaveBeenCalled())
  expect(asked).toEqual(['"1"', '"2"'])
  expect(kept.size).toBe(0)
})
