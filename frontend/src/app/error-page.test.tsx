import { act, screen } from '@testing-library/preact'
import { afterEach, expect, it, vi } from 'vitest'
import { NoAnswer, Problem } from '@/api/problems'
import { Around, show } from '@/testing/render'
import { ErrorPage } from './error-page'

afterEach(() => vi.useRealTimers())

const refusal = (status: number, headers = {}) => new Problem(status, { code: 'unavailable', detail: 'Even niet bereikbaar.' }, new Headers(headers))
const after = (milliseconds: number) =>
  act(() => {
    vi.advanceTimersByTime(milliseconds)
  })

it('asks again by itself, later each time, while nobody answers', () => {
  vi.useFakeTimers()
  const retry = vi.fn()
  const { rerender } = show(<ErrorPage error={new NoAnswer('/v1/x')} retry={retry} />)
  expect(screen.getByText(/Het platform of uw internet is even weg/)).toBeTruthy()
  expect(screen.getByText(/probeert het zelf ook opnieuw/)).toBeTruthy()
  for (const longest of [2_000, 4_000, 8_000]) {
    retry.mockClear()
    after(longest / 2 - 1)
    expect(retry).not.toHaveBeenCalled()
    after(longest / 2 + 1)
    expect(retry).toHaveBeenCalledOnce()
    rerender(
      <Around>
        <ErrorPage error={new NoAnswer('/v1/x')} retry={retry} />
      </Around>,
    )
  }
})

it('waits as long as the server says', () => {
  vi.useFakeTimers()
  const retry = vi.fn()
  show(<ErrorPage error={refusal(503, { 'Retry-After': '9' })} retry={retry} />)
  expect(screen.getByText('Even niet bereikbaar.')).toBeTruthy()
  after(8_999)
  expect(retry).not.toHaveBeenCalled()
  after(1)
  expect(retry).toHaveBeenCalledOnce()
})

it('leaves alone what does not pass', () => {
  vi.useFakeTimers()
  const retry = vi.fn()
  show(<ErrorPage error={refusal(400)} retry={retry} />)
  after(120_000)
  expect(retry).not.toHaveBeenCalled()
  expect(screen.queryByText(/probeert het zelf/)).toBeNull()
})
