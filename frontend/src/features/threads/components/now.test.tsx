import { fireEvent, screen, waitFor } from '@testing-library/preact'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { fakeBrowser } from '@/testing/browser'
import { show } from '@/testing/render'
import { Now } from './now'
import { PresenceChoice } from './presence-choice'

beforeEach(() => fakeBrowser())
afterEach(() => vi.unstubAllGlobals())

const people = ['Ann', 'Bram', 'Fatima', 'Joost', 'Noor'].map((name) => ({ name, person: `p-${name}` }))
const nobody = () => false

it('says who else is here in a place that is kept free, and reads it to nobody by itself', () => {
  const quiet = show(<Now live={{ typing: null, presence: null, ended: false }} me="p-Ann" isMuted={nobody} />)
  expect(quiet.container.querySelectorAll('p')).toHaveLength(2)
  quiet.unmount()
  const { container } = show(<Now live={{ typing: null, presence: { people, count: 5 }, ended: false }} me="p-Ann" isMuted={nobody} />)
  expect(screen.getByText('Nu hier: Bram, Fatima en 2 anderen')).toBeTruthy()
  expect(container.querySelector('[role="status"], [aria-live]')).toBeNull()
})

it('tells nothing of who is muted, of many a number only, and nothing when it is over', () => {
  const isMuted = (by: { author?: string | null }) => by.author === 'p-Bram'
  const live = { typing: { name: 'Bram', person: 'p-Bram' }, presence: { people: people.slice(0, 2), count: 2 }, ended: false }
  const muted = show(<Now live={live} me="p-Ann" isMuted={isMuted} />)
  expect(muted.container.textContent).toBe('')
  muted.unmount()
  const many = show(<Now live={{ ...live, presence: { people: [], count: 34 } }} me="p-Ann" isMuted={isMuted} />)
  expect(many.container.textContent).toBe('Nu hier: 34 deelnemers')
  many.unmount()
  const over = show(<Now live={{ ...live, typing: null, ended: true }} me="p-Ann" isMuted={nobody} />)
  expect(over.container.textContent).toBe('')
})

it('shows what was chosen, and sends both when one of them changes', async () => {
  const sent: unknown[] = []
  vi.stubGlobal('fetch', (_: string, init: RequestInit) => {
    const body = init.method === 'PUT' ? (init.body as string) : '{"here":false,"typing":true}'
    if (init.method === 'PUT') sent.push(JSON.parse(body))
    return Promise.resolve(new Response(body, { status: 200, headers: { 'Content-Type': 'application/json' } }))
  })
  show(<PresenceChoice />)
  const here = await screen.findByLabelText<HTMLInputElement>('Laat andere deelnemers zien dat ik er ben')
  expect(here.checked).toBe(false)
  expect(screen.getByLabelText<HTMLInputElement>('Laat anderen zien dat ik schrijf').checked).toBe(true)
  fireEvent.click(here)
  await waitFor(() => expect(sent).toEqual([{ here: true, typing: true }]))
  await waitFor(() => expect(here.checked).toBe(true))
})
