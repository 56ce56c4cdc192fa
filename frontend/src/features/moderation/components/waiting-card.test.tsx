import { fireEvent, screen, waitFor } from '@testing-library/preact'
import { afterEach, expect, it, vi } from 'vitest'
import type { IssueState, WaitingPost } from '@/api/types'
import { kept } from '@/testing/idb-keyval'
import { show } from '@/testing/render'
import { WaitingCard } from './waiting-card'

vi.mock('idb-keyval', () => import('@/testing/idb-keyval'))

afterEach(() => {
  vi.unstubAllGlobals()
  kept.clear()
  sessionStorage.clear()
})

const item = { id: 'w1', thread: 't1', threadTitle: 'Het plein', name: 'Fatima', writtenAt: '2026-11-28T10:00:00Z', why: 'room', html: '<p>Tekst</p>', files: [] } as unknown as WaitingPost
const refusal = (status: number, body: object) => new Response(JSON.stringify({ code: 'x', errors: [], ...body }), { status, headers: { 'Content-Type': 'application/problem+json' } })
const press = (name: string) => fireEvent.click(screen.getByRole('button', { name }))

/** Answers each act with what stands under the end of its address. */
function card(answers: Record<string, () => Promise<Response>>, state: IssueState | null = 'open') {
  vi.stubGlobal('fetch', (url: string) => answers[Object.keys(answers).find((end) => url.endsWith(end)) ?? '']?.() ?? Promise.resolve(new Response('{"items":[],"version":0}', { headers: { 'Content-Type': 'application/json' } })))
  const on = { done: vi.fn(), gone: vi.fn(), refused: vi.fn() }
  show(<WaitingCard tenant="ess" item={item} state={state} onDone={on.done} onGone={on.gone} onRefused={on.refused} />)
  return on
}

it('says what is wrong with the words, and no longer that another act got no answer', async () => {
  card({
    _admit: () => Promise.reject(new TypeError('offline')),
    _return: () => Promise.resolve(refusal(400, { errors: [{ pointer: '/words', code: 'empty', detail: 'Leg uit waarom.' }] })),
  })
  press('Laat door')
  await screen.findByText(/Er kwam geen antwoord/)
  press('Stuur terug')
  press('Verstuur terug')
  expect(await screen.findByText('Leg uit waarom.')).toBeTruthy()
  expect(screen.queryByText(/Er kwam geen antwoord/)).toBeNull()
})

it('tells the page when somebody else was ahead', async () => {
  const on = card({ _admit: () => Promise.resolve(refusal(404, { detail: 'Deze bijdrage wacht niet meer.' })) })
  press('Laat door')
  await waitFor(() => expect(on.gone).toHaveBeenCalledWith('Deze bijdrage wacht niet meer.'))
  expect(on.done).not.toHaveBeenCalled()
})

it.each([
  ['paused', 'Deze opgave is gepauzeerd. Als zij verdergaat, kunt u deze bijdrage doorlaten. Terugsturen kan nu al.'],
  ['archived', 'Deze opgave is gearchiveerd. U kunt deze bijdrage daarom niet meer doorlaten. Terugsturen kan nog wel.'],
  ['withdrawn', 'Deze opgave is ingetrokken. U kunt deze bijdrage daarom niet meer doorlaten. Terugsturen kan nog wel.'],
] as const)('in an issue that is %s offers only to send back, and says why', (state, why) => {
  card({}, state)
  expect(screen.getByText(why)).toBeTruthy()
  expect(screen.queryByRole('button', { name: 'Laat door' })).toBeNull()
  press('Stuur terug')
  expect(screen.getByLabelText('Waarom stuurt u het terug?')).toBeTruthy()
})

it.each(['open', 'closed', null] as const)('lets through where it is still decided about what was said: %s', (state) => {
  card({}, state)
  expect(screen.getByRole('button', { name: 'Laat door' })).toBeTruthy()
})

it('asks the page again how the issue stands when it was refused', async () => {
  const on = card({ _admit: () => Promise.resolve(refusal(409, { detail: 'In deze opgave wordt nu niet gepraat.' })) })
  press('Laat door')
  await screen.findByText('In deze opgave wordt nu niet gepraat.')
  expect(on.refused).toHaveBeenCalled()
})

it('goes to the reason when it is to be sent back, and back again when not', async () => {
  card({})
  press('Stuur terug')
  const words = screen.getByLabelText('Waarom stuurt u het terug?')
  await waitFor(() => expect(document.activeElement).toBe(words))
  expect(screen.queryByRole('button', { name: 'Stuur terug' })).toBeNull()
  fireEvent.input(words, { target: { value: 'Zonder namen, graag.' } })
  press('Annuleren')
  await waitFor(() => expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Stuur terug' })))
  press('Stuur terug')
  expect(screen.getByLabelText('Waarom stuurt u het terug?'), 'what was typed is there again').toHaveProperty('value', 'Zonder namen, graag.')
})

it('sends nothing on the first press, also when a reason was kept', async () => {
  const sent = vi.fn(() => Promise.resolve(new Response('{}')))
  kept.set('/send-back-w1', { text: JSON.stringify({ words: 'Zonder namen, graag.' }), savedAt: 1 })
  card({ _return: sent })
  await new Promise((done) => setTimeout(done, 20))
  press('Stuur terug')
  await waitFor(() => expect(screen.getByLabelText('Waarom stuurt u het terug?')).toHaveProperty('value', 'Zonder namen, graag.'))
  expect(sent).not.toHaveBeenCalled()
  press('Verstuur terug')
  await waitFor(() => expect(sent).toHaveBeenCalledTimes(1))
})
