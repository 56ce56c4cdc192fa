import { useQuery } from '@tanstack/react-query'
import { screen } from '@testing-library/preact'
import { afterEach, expect, it, vi } from 'vitest'
import { useOwner } from '@/api/session'
import { show } from '@/testing/render'
import { Loaded } from './loaded'

const json = (body: unknown, status = 200) => new Response(JSON.stringify(body), { status })

function Page() {
  const query = useQuery({ queryKey: ['page'], queryFn: () => Promise.resolve('de tekst') })
  return <Loaded query={query}>{(text) => <Named text={text} />}</Loaded>
}

function Named({ text }: { text: string }) {
  return (
    <p>
      {text} van {useOwner() || 'niemand'}
    </p>
  )
}

afterEach(() => vi.unstubAllGlobals())

it('waits for no name where nobody is signed in, or where that cannot be asked', async () => {
  for (const status of [401, 500]) {
    vi.stubGlobal('fetch', () => Promise.resolve(json({ code: 'x', detail: 'x' }, status)))
    const { unmount } = show(<Page />)
    expect(await screen.findByText('de tekst van niemand')).toBeTruthy()
    unmount()
  }
})

it('shows no field before it is known under whose name it is kept', async () => {
  let answer: (response: Response) => void = () => undefined
  vi.stubGlobal('fetch', () => new Promise<Response>((resolve) => (answer = resolve)))
  show(<Page />)
  await vi.waitFor(() => expect(screen.getByRole('status')).toBeTruthy())
  expect(screen.queryByText(/de tekst/)).toBeNull()
  answer(json({ addresses: [{ id: 'a1' }], memberships: [] }))
  expect(await screen.findByText('de tekst van a1')).toBeTruthy()
})

it('stays whose page it was when their session ends', async () => {
  vi.stubGlobal('fetch', () => Promise.resolve(json({ addresses: [{ id: 'a1' }], memberships: [] })))
  const { unmount } = show(<Page />)
  expect(await screen.findByText('de tekst van a1')).toBeTruthy()
  unmount()
  vi.stubGlobal('fetch', () => Promise.resolve(json({ code: 'x', detail: 'x' }, 401)))
  show(<Page />)
  expect(await screen.findByText('de tekst van a1')).toBeTruthy()
})
