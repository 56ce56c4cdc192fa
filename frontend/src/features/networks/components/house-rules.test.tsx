import { fireEvent, screen, waitFor } from '@testing-library/preact'
import { afterEach, expect, it, vi } from 'vitest'
import type { Network } from '@/api/types'
import { kept } from '@/testing/idb-keyval'
import { Around, show } from '@/testing/render'
import { HouseRules } from './house-rules'

vi.mock('idb-keyval', () => import('@/testing/idb-keyval'))

afterEach(() => {
  vi.unstubAllGlobals()
  kept.clear()
})

const network = (rulesVersion: number, houseRules: string) => ({ id: 'n1', rulesVersion, houseRules }) as Network
const form = (now: Network, onPut = vi.fn(), reload = () => Promise.resolve(now)) => <HouseRules tenant="ess" network={now} owner="w" onPut={onPut} reload={reload} />
const field = () => screen.getByLabelText<HTMLTextAreaElement>('Tekst van de huisregels')
const press = (name: string) => fireEvent.click(screen.getByRole('button', { name }))
const PUT = 'Leg voor aan iedereen'

/** Rules that were changed in the meantime are refused, as the server does. */
function server(now: number) {
  const sent: unknown[] = []
  vi.stubGlobal('fetch', (_: string, init: RequestInit) => {
    const { houseRules, rulesVersion } = JSON.parse(init.body as string) as { houseRules: string; rulesVersion: number }
    sent.push([rulesVersion, houseRules])
    const isLate = rulesVersion !== now
    const body = isLate ? { code: 'network.rules-changed', detail: 'De regels zijn intussen veranderd.', status: 409, errors: [] } : network(now + 1, houseRules)
    return Promise.resolve(new Response(JSON.stringify(body), { status: isLate ? 409 : 200, headers: { 'Content-Type': isLate ? 'application/problem+json' : 'application/json' } }))
  })
  return sent
}

it('shows the rules of a colleague who was ahead, and puts ones own only after that was seen', async () => {
  const sent = server(2)
  const onPut = vi.fn()
  show(form(network(1, 'Toen'), onPut, () => Promise.resolve(network(2, 'Van een collega'))))
  fireEvent.input(field(), { target: { value: 'Van mij' } })
  press(PUT)
  await screen.findByText('Van een collega')
  expect(field().value).toBe('Van mij')
  press('Mijn tekst houden')
  press(PUT)
  await waitFor(() => expect(onPut).toHaveBeenCalled())
  expect(sent).toEqual([
    [1, 'Van mij'],
    [2, 'Van mij'],
  ])
})

it('goes on from the rules that one read, also when newer ones were fetched meanwhile', async () => {
  const sent = server(2)
  const { rerender } = show(form(network(1, 'Toen')))
  fireEvent.input(field(), { target: { value: 'Van mij' } })
  rerender(<Around>{form(network(2, 'Van een collega'))}</Around>)
  press(PUT)
  await screen.findByText('Van een collega')
  expect(sent).toEqual([[1, 'Van mij']])
})
