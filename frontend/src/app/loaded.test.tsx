import { useQuery } from '@tanstack/react-query'
import { screen, waitFor } from '@testing-library/preact'
import { afterEach, expect, it, vi } from 'vitest'
import { Problem } from '@/api/problems'
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

it.each([
  [true, 403, false],
  [true, 404, false],
  [true, 500, true],
  [false, 403, true],
])('of a page (guarded: %s) that is answered with %i when it is fetched again, what was there stays: %s', async (guarded, status, stays) => {
  vi.stubGlobal('fetch', () => Promise.resolve(json({ addresses: [{ id: 'a1' }], memberships: [] })))
  let answer: () => Promise<string> = () => Promise.resolve('Fatima, eigenaar')
  function Guarded() {
    const query = useQuery({ queryKey: ['guarded'], queryFn: () => answer() })
    return (
      <>
        <Loaded query={query} guarded={guarded}>
          {(text) => <p>{text}</p>}
        </Loaded>
        <button onClick={() => void query.refetch()}>{query.isError ? 'mislukt' : 'opnieuw'}</button>
      </>
    )
  }
  show(<Guarded />)
  expect(await screen.findByText('Fatima, eigenaar')).toBeTruthy()
  answer = () => Promise.reject(new Problem(status, { code: 'x', detail: 'Dat mag niet.' }, new Headers()))
  screen.getByText('opnieuw').click()
  await waitFor(() => expect(screen.getByText('mislukt')).toBeTruthy())
  expect(screen.queryByText('Fatima, eigenaar') !== null).toBe(stays)
})

it('keeps saying that it failed while it is asked again, with the focus where it was', async () => {
  vi.stubGlobal('fetch', () => Promise.resolve(json({ addresses: [{ id: 'a1' }], memberships: [] })))
  let answer: (text: string) => void = () => undefined
  let asked = 0
  const queryFn = () => {
    asked += 1
    return asked === 1 ? Promise.reject(new Problem(500, { code: 'x', detail: 'Er ging iets mis.' }, new Headers())) : new Promise<string>((done) => (answer = done))
  }
  function Failing() {
    const query = useQuery({ queryKey: ['failing'], queryFn, retry: false })
    return <Loaded query={query}>{(text) => <p>{text}</p>}</Loaded>
  }
  show(<Failing />)
  const retry = await screen.findByRole('button', { name: 'Opnieuw proberen' })
  retry.focus()
  retry.click()
  await waitFor(() => expect(asked).toBe(2))
  await waitFor(() => expect(retry.getAttribute('aria-busy')).toBe('true'))
  expect(document.activeElement).toBe(retry)
  answer('Toch gelukt')
  expect(await screen.findByText('Toch gelukt')).toBeTruthy()
})
