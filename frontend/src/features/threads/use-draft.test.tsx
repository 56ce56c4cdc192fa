import { act, render } from '@testing-library/preact'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { kept } from '@/testing/idb-keyval'
import { type Draft, useDraft } from './use-draft'

vi.mock('idb-keyval', () => import('@/testing/idb-keyval'))

beforeEach(() => vi.useFakeTimers())
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
  kept.clear()
})

it('throws away on the server what is emptied by somebody who leaves before it could be asked, if there was something to see', async () => {
  const sent: (string | undefined)[] = []
  vi.stubGlobal('fetch', (path: string, { method }: RequestInit) => {
    sent.push(method)
    return path.endsWith('/drafts') ? new Promise<Response>(() => undefined) : Promise.resolve(new Response('{}'))
  })
  const emptiedAtOnce = async (key: string) => {
    let draft: Draft | undefined
    function Field() {
      draft = useDraft('ik', key)
      return null
    }
    render(<Field />)
    const settle = () =>
      act(async () => {
        await vi.advanceTimersByTimeAsync(0)
      })
    await settle()
    act(() => draft?.write(''))
    dispatchEvent(new Event('pagehide'))
    await settle()
  }
  kept.set('ik/reply-1', { text: 'Een zin.', savedAt: 1 })
  await emptiedAtOnce('reply-1')
  expect(sent).toContain('DELETE')
  sent.length = 0
  await emptiedAtOnce('reply-2')
  expect(sent).not.toContain('DELETE')
})

it('throws away on the server only after what is being saved there, so that what was sent does not come back', async () => {
  const asked: [method: string | undefined, keepalive: boolean | undefined][] = []
  let saved: () => void = () => undefined
  vi.stubGlobal('fetch', (_: string, { method, keepalive }: RequestInit) => {
    asked.push([method, keepalive])
    if (method !== 'PUT') return Promise.resolve(new Response('{"items":[]}'))
    return new Promise<Response>((resolve) => (saved = () => resolve(new Response('{}'))))
  })
  let draft: Draft | undefined
  function Field() {
    draft = useDraft('ik', 'reply-1')
    return null
  }
  render(<Field />)
  const settle = (ms = 0) =>
    act(async () => {
      await vi.advanceTimersByTimeAsync(ms)
    })
  await settle()
  act(() => draft?.write('Een zin.'))
  await settle(5_000)
  expect(asked.at(-1)?.[0]).toBe('PUT')
  act(() => draft?.sent())
  act(() => draft?.done())
  await settle()
  expect(asked.at(-1)?.[0]).toBe('PUT')
  saved()
  await settle()
  expect(asked.at(-1)).toEqual(['DELETE', true])
})

/** What was sent waits, the server has the first half of it, and it arrives while the page asks the server. */
async function arrives(key: string, meanwhile: (draft: Draft) => void) {
  let answer: () => void = () => undefined
  vi.stubGlobal('fetch', (path: string, { method }: RequestInit) => {
    if (method !== 'GET') return Promise.resolve(new Response('{}'))
    if (path.endsWith('/drafts')) return Promise.resolve(new Response(JSON.stringify({ items: [{ key }] })))
    return new Promise<Response>((resolve) => (answer = () => resolve(new Response(JSON.stringify({ body: 'Half.', updatedAt: '1970-01-01T00:00:00Z' })))))
  })
  kept.set(`ik/${key}`, { text: '', savedAt: 1, gone: 'Half.' })
  let draft: Draft | undefined
  function Field() {
    draft = useDraft('ik', key)
    return null
  }
  render(<Field />)
  const settle = () =>
    act(async () => {
      await vi.advanceTimersByTimeAsync(0)
    })
  await settle()
  act(() => (draft ? meanwhile(draft) : undefined))
  await settle()
  answer()
  await settle()
  return draft?.text
}

it('does not find again what arrived while it looked, here or in another tab', async () => {
  expect(await arrives('reply-1', (draft) => draft.done())).toBe('')
  expect(await arrives('reply-2', () => kept.delete('ik/reply-2'))).toBe('')
})

it('keeps what was typed after what arrived', async () => {
  const goesOn = (draft: Draft) => {
    draft.write('Nog iets.')
    draft.done()
  }
  expect(await arrives('reply-1', goesOn)).toBe('Nog iets.')
  expect(kept.get('ik/reply-1')).toMatchObject({ text: 'Nog iets.' })
})

it('says that it is late when the server did not take it, until it does', async () => {
  let takes = false
  vi.stubGlobal('fetch', (_: string, { method }: RequestInit) => (method !== 'PUT' || takes ? Promise.resolve(new Response('{"items":[]}')) : Promise.reject(new TypeError('network'))))
  let draft: Draft | undefined
  function Field() {
    draft = useDraft('ik', 'reply-1')
    return null
  }
  render(<Field />)
  const wait = (ms: number) =>
    act(async () => {
      await vi.advanceTimersByTimeAsync(ms)
    })
  await wait(0)
  act(() => draft?.write('Een zin.'))
  await wait(5_000)
  expect(draft).toMatchObject({ isLate: true, savedAt: null })
  takes = true
  await wait(5_000)
  expect(draft).toMatchObject({ isLate: false, savedAt: expect.any(Date) as Date })
})
