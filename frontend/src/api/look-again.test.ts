import { QueryClient, QueryObserver } from '@tanstack/react-query'
import { describe, expect, it } from 'vitest'
import { againAfter, lookAgain, whileShown } from './look-again'
import { NoAnswer, Problem } from './problems'

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
