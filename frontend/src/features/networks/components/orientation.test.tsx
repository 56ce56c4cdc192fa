import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { act, fireEvent, render, screen, waitFor } from '@testing-library/preact'
import { expect, it, vi } from 'vitest'
import type { NetworkOrientation } from '@/api/types'
import { Around } from '@/testing/render'
import { Orientation } from './orientation'

vi.mock('idb-keyval', () => import('@/testing/idb-keyval'))

const seen = { isOwn: true, own: null, other: null, otherAnswered: false, mayAnswer: true, mayDecide: false } as unknown as NetworkOrientation

it('leaves what somebody writes where it is when it cannot be fetched again', async () => {
  const server = vi.fn<() => Promise<Response>>().mockResolvedValueOnce(new Response(JSON.stringify(seen)))
  server.mockRejectedValue(new TypeError('network'))
  vi.stubGlobal('fetch', server)
  const client = new QueryClient({ defaultOptions: { queries: { retry: false } } })
  render(
    <Around>
      <QueryClientProvider client={client}>
        <Orientation tenant="ess" network="n1" person="p1" draft="p1/orientation" onDecided={() => undefined} />
      </QueryClientProvider>
    </Around>,
  )
  const [field] = await screen.findAllByRole<HTMLTextAreaElement>('textbox')
  if (!field) throw new Error('There is a field')
  fireEvent.input(field, { target: { value: 'Het gaat goed' } })
  await act(async () => {
    await client.invalidateQueries()
    // The page hears of it in the turn after this one.
    await new Promise((done) => setTimeout(done))
  })
  expect(server.mock.calls.length).toBeGreaterThan(1)
  expect(field.isConnected).toBe(true)
  expect(field.value).toBe('Het gaat goed')
})

it('is not there for who may not see it', async () => {
  const server = vi.fn(() => Promise.resolve(new Response('{"code":"x"}', { status: 404 })))
  vi.stubGlobal('fetch', server)
  const { container } = render(
    <Around>
      <Orientation tenant="ess" network="n1" person="p1" draft="p1/orientation" onDecided={() => undefined} />
    </Around>,
  )
  await waitFor(() => expect(server).toHaveBeenCalled())
  await act(() => Promise.resolve())
  expect(container.textContent).toBe('')
})
