import { createEvent, fireEvent, screen, waitFor } from '@testing-library/preact'
import { afterEach, expect, it, vi } from 'vitest'
import { show } from '@/testing/render'
import { LevelSelect } from './level-select'

afterEach(() => vi.unstubAllGlobals())

/** Each save is answered when the test lets it. */
function choice() {
  const sent: { wanted: string | null; answer: (status: number) => void }[] = []
  vi.stubGlobal(
    'fetch',
    (_: string, init: RequestInit) =>
      new Promise<Response>((done) => {
        const wanted = init.body ? (JSON.parse(init.body as string) as { level: string }).level : null
        sent.push({ wanted, answer: (status) => done(new Response(status === 204 ? null : JSON.stringify({ code: 'x', detail: 'Dat kan nu niet.', errors: [] }), { status, headers: { 'Content-Type': 'application/problem+json' } })) })
      }),
  )
  show(<LevelSelect issue="i1" level="daily" label="Mail hierover" />)
  return sent
}
const select = () => screen.getByLabelText<HTMLSelectElement>('Mail hierover')
// `fireEvent.change` makes an input event of it.
const pick = (value: string) => fireEvent(select(), createEvent.change(select(), { target: { value } }))

it('shows what is asked while it is saved', async () => {
  const sent = choice()
  pick('weekly')
  await waitFor(() => expect(sent).toHaveLength(1))
  expect(select().value).toBe('weekly')
  await waitFor(() => expect(select().value).toBe('weekly'))
})

it('saves one after another what is passed by the arrow keys, and only the last of what waits', async () => {
  const sent = choice()
  pick('weekly')
  await waitFor(() => expect(sent).toHaveLength(1))
  pick('off')
  pick('')
  await new Promise((done) => setTimeout(done, 20))
  expect(sent.map(({ wanted }) => wanted), 'nothing overtakes it').toEqual(['weekly'])
  expect(select().value).toBe('')
  sent[0]?.answer(204)
  await waitFor(() => expect(sent.map(({ wanted }) => wanted)).toEqual(['weekly', null]))
  sent[1]?.answer(204)
  await waitFor(() => expect(select().value, 'what the server says').toBe('daily'))
  expect(sent).toHaveLength(2)
})

it('goes back to what holds when it is refused, and says why', async () => {
  const sent = choice()
  pick('off')
  await waitFor(() => expect(sent).toHaveLength(1))
  sent[0]?.answer(403)
  expect(await screen.findByText('Dat kan nu niet.')).toBeTruthy()
  expect(select().value).toBe('daily')
})
