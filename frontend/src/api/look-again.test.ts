import { QueryClient, QueryObserver } from '@tanstack/react-query'
import { describe, expect, it } from 'vitest'
import { lookAgain } from './look-again'

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
