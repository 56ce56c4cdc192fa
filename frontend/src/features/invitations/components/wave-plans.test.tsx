import { fireEvent, screen, waitFor } from '@testing-library/preact'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { onAnnouncement } from '@/lib/announcer'
import { refuseFirst } from '@/testing/refuse-first'
import { show } from '@/testing/render'
import type { WavePlan } from '../waves-api'
import { WavePlans } from './wave-plans'

const PLAN: WavePlan = { id: 'w1', state: 'running', size: 3, waitDays: 4, waves: 1, asked: 3, accepted: 0, nextAt: '2026-12-03T09:00:00Z', waiting: [{ id: 'p1', name: 'Noor' }], skipped: [] }

const heard: string[] = []
let deaf: () => void

beforeEach(() => {
  HTMLDialogElement.prototype.showModal = vi.fn()
  heard.length = 0
  deaf = onAnnouncement((sentence) => heard.push(sentence))
})

afterEach(() => {
  deaf()
  vi.unstubAllGlobals()
})

function plan(state: WavePlan['state'] = 'running') {
  vi.stubGlobal('fetch', () => Promise.resolve(new Response('{"items":[]}', { headers: { 'Content-Type': 'application/json' } })))
  const onChanged = vi.fn()
  show(
    <>
      <h2 id="golven" tabIndex={-1}>
        In golven vragen
      </h2>
      <WavePlans tenant="ess" issue="i1" rests={false} plans={[{ ...PLAN, state }]} onChanged={onChanged} />
    </>,
  )
  return onChanged
}

it.each([
  ['running', 'Pauzeren', 'Gepauzeerd.'],
  ['paused', 'Verdergaan', 'Het vragen gaat verder.'],
  ['running', 'Noor niet vragen', 'Noor staat niet meer op de lijst.'],
] as const)('of a plan that is %s says what %s did, and leaves the focus where it is', async (state, name, said) => {
  const onChanged = plan(state)
  const button = screen.getByRole('button', { name })
  button.focus()
  fireEvent.click(button)
  await waitFor(() => expect(onChanged).toHaveBeenCalled())
  expect(heard).toEqual([said])
  expect(document.activeElement).toBe(button)
})

it('says that it stopped, and goes to the heading', async () => {
  const onChanged = plan()
  fireEvent.click(screen.getByRole('button', { name: 'Stoppen' }))
  fireEvent.click(screen.getAllByRole('button', { name: 'Stoppen', hidden: true }).at(-1) as HTMLElement)
  await waitFor(() => expect(onChanged).toHaveBeenCalled())
  expect(heard).toEqual(['Gestopt.'])
  await waitFor(() => expect(document.activeElement?.id).toBe('golven'))
})

it('says at who is still on the list why that is, also when somebody else is taken off meanwhile', async () => {
  const { why } = refuseFirst()
  const waiting = [
    { id: 'p1', name: 'Noor' },
    { id: 'p2', name: 'Ben' },
  ]
  show(<WavePlans tenant="ess" issue="i1" rests={false} plans={[{ ...PLAN, waiting }]} onChanged={() => undefined} />)
  fireEvent.click(screen.getByRole('button', { name: 'Noor niet vragen' }))
  fireEvent.click(screen.getByRole('button', { name: 'Ben niet vragen' }))
  expect((await screen.findByText(why)).closest('ol > li')?.textContent).toContain('Noor')
})
