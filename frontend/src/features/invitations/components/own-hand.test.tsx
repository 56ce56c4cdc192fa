import { fireEvent, screen, waitFor } from '@testing-library/preact'
import { afterEach, expect, it, vi } from 'vitest'
import { show } from '@/testing/render'
import { OwnHand } from './own-hand'

vi.mock('idb-keyval', () => import('@/testing/idb-keyval'))

const HAND = {
  motivation: 'Ik woon er.',
  state: 'refused',
  reason: 'We zoeken ouders.',
  objection: null,
  raisedAt: '2026-11-01T09:00:00Z',
  answerBy: '2026-11-15T09:00:00Z',
  can: { lower: false, object: true },
}

const answer = (body: unknown, status = 200) => Promise.resolve(new Response(JSON.stringify(body), { status, headers: { 'Content-Type': status === 200 ? 'application/json' : 'application/problem+json' } }))

afterEach(() => vi.unstubAllGlobals())

it('sends why somebody wants to take part, and says when there is an answer', async () => {
  let hand: unknown = null
  const sent: unknown[] = []
  vi.stubGlobal('fetch', (_: string, init: RequestInit) => {
    if (init.method === 'PUT') {
      sent.push(JSON.parse(init.body as string))
      hand = { ...HAND, state: 'raised', reason: null, can: { lower: true, object: false } }
    }
    return answer({ hand, invited: false })
  })
  show(<OwnHand tenant="ess" issue="i1" mayRaise />)
  fireEvent.click(await screen.findByRole('button', { name: 'Ik wil meedoen' }))
  fireEvent.input(screen.getByLabelText('Waarom wilt u meedoen?'), { target: { value: 'Ik woon er.' } })
  fireEvent.click(screen.getByRole('button', { name: 'Versturen' }))
  await screen.findByText(/U krijgt uiterlijk op/)
  expect(sent).toEqual([{ motivation: 'Ik woon er.' }])
})

it('keeps what was written when sending fails, and after the question was closed', async () => {
  vi.stubGlobal('fetch', (_: string, init: RequestInit) =>
    init.method === 'PUT' ? answer({ code: 'input.invalid', detail: 'Het formulier klopt niet.', errors: [{ pointer: '/motivation', code: 'text.empty', detail: 'Vul dit in.' }] }, 400) : answer({ hand: null, invited: false }),
  )
  show(<OwnHand tenant="ess" issue="i2" mayRaise />)
  fireEvent.click(await screen.findByRole('button', { name: 'Ik wil meedoen' }))
  fireEvent.input(screen.getByLabelText('Waarom wilt u meedoen?'), { target: { value: 'Half af'.repeat(200) } })
  fireEvent.click(screen.getByRole('button', { name: 'Versturen' }))
  await screen.findByText('Vul dit in.')
  fireEvent.click(screen.getByRole('button', { name: 'Annuleren' }))
  fireEvent.click(screen.getByRole('button', { name: 'Ik wil meedoen' }))
  await waitFor(() => expect(screen.getByLabelText('Waarom wilt u meedoen?')).toHaveProperty('value', 'Half af'.repeat(200)))
})

it('shows a refusal with its reason, and how to object', async () => {
  vi.stubGlobal('fetch', () => answer({ hand: HAND, invited: false }))
  show(<OwnHand tenant="ess" issue="i3" mayRaise />)
  await screen.findByText('We zoeken ouders.')
  expect(screen.getByRole('button', { name: 'Bezwaar maken' })).toBeTruthy()
  expect(screen.queryByRole('button', { name: 'Ik wil meedoen' })).toBeNull()
})

it('tells who was invited already where the invitation is', async () => {
  vi.stubGlobal('fetch', () => answer({ hand: null, invited: true }))
  show(<OwnHand tenant="ess" issue="i4" mayRaise />)
  await screen.findByText('U bent uitgenodigd. Kijk in uw mail of in uw overzicht.')
  expect(screen.queryByRole('button')).toBeNull()
})

it('is silent about an issue that takes nobody any more, unless a hand is up', async () => {
  const none = vi.fn(() => answer({ hand: null, invited: false }))
  vi.stubGlobal('fetch', none)
  const { unmount } = show(<OwnHand tenant="ess" issue="i5" mayRaise={false} />)
  await waitFor(() => expect(none).toHaveBeenCalled())
  expect(screen.queryByRole('heading')).toBeNull()
  unmount()
  vi.stubGlobal('fetch', () => answer({ hand: { ...HAND, state: 'raised', reason: null, can: { lower: true, object: false } }, invited: false }))
  show(<OwnHand tenant="ess" issue="i6" mayRaise={false} />)
  await screen.findByRole('button', { name: 'Toch niet' })
})
