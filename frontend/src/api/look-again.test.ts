import { QueryClient, QueryObserver } from '@tanstack/react-query'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { againAfter, ASKING, lookAgain, whileShown } from './look-again'
import { NoAnswer, Problem } from './problems'

afterEach(() => vi.restoreAllMocks())

describe('looking again', () => {
  it('does not lose a change that is announced while the first answer is on its way', async () => {
    const client = new QueryClient()
    const answers: ((unread: number) => void)[] = []
    const queryKey = ['unread']
    const observer = new QueryObserver(client, { queryKey, queryFn: () => new Promise<number>((answer) => answers.push(answer)) })
    observer.subscribe(() => undefined)

    const looked = lookAgain(client, queryKey)
    answers[0]?.(0)
    await expect.poll(() => answers.length).toBe(2)
    answers[1]?.(1)
    await looked

    expect(observer.getCurrentResult().data).toBe(1)
  })
})

it('asks again for what was not answered, later each time, and leaves alone what was refused', () => {
  const after = (error: Error | null, errorUpdateCount = 1) => againAfter({ state: { status: error ? 'error' : 'success', error, errorUpdateCount } })
  const away = new NoAnswer('/v1/x')
  expect([1, 2, 3, 9].map((times) => after(away, times))).toEqual([2_000, 4_000, 8_000, 30_000])
  expect(after(new Problem(503, {}, new Headers({ 'Retry-After': '9' })))).toBe(9_000)
  expect(after(new Problem(404, {}, new Headers()))).toBe(false)
  expect(after(null)).toBe(false)
})

it('looks again at what others may change, but not at what was refused', () => {
  const after = (error: Error | null) => whileShown({ state: { status: error ? 'error' : 'success', error, errorUpdateCount: 1 } })
  expect(after(null)).toBe(30_000)
  expect(after(new NoAnswer('/v1/x'))).toBe(2_000)
  expect(after(new Problem(403, {}, new Headers()))).toBe(false)
})

it('says at once that there is no connection, waits in peace, and asks again when there is one', async () => {
  const connected = vi.spyOn(navigator, 'onLine', 'get').mockReturnValue(false)
  const client = new QueryClient({ defaultOptions: { queries: ASKING } })
  const queryFn = vi.fn(() => (navigator.onLine ? Promise.resolve('er weer') : Promise.reject(new NoAnswer('/v1/x'))))
  const observer = new QueryObserver<string>(client, { queryKey: ['page'], queryFn })
  client.mount()
  const leave = observer.subscribe(() => undefined)
  dispatchEvent(new Event('offline'))
  await expect.poll(() => observer.getCurrentResult().status).toBe('error')
  expect(againAfter({ state: { status: 'error', error: observer.getCurrentResult().error, errorUpdateCount: 1 } })).toBe(false)
  expect(queryFn).toHaveBeenCalledTimes(1)
  connected.mockReturnValue(true)
  dispatchEvent(new Event('online'))
  await expect.poll(() => observer.getCurrentResult().data).toBe('er weer')
  leave()
  client.unmount()
})
