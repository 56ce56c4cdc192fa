import { fireEvent, screen } from '@testing-library/preact'
import { afterEach, expect, it, vi } from 'vitest'
import type { Erasure } from '@/api/types'
import { show } from '@/testing/render'
import { EraseForm } from './erase-form'
import { EraseWaits } from './erase-waits'

const asked: NonNullable<Erasure['asked']> = { texts: 'go', askedAt: '2026-11-28T09:00:00Z', dueAt: '2026-12-05T09:00:00Z', begun: false }
const answer = (body: unknown, status = 200) => Promise.resolve(new Response(status === 204 ? null : JSON.stringify(body), { status, headers: { 'Content-Type': status < 300 ? 'application/json' : 'application/problem+json' } }))

afterEach(() => vi.unstubAllGlobals())

it('asks for a code first, keeps what was chosen when it is wrong, and then asks', async () => {
  const sent: string[] = []
  let right = false
  vi.stubGlobal('fetch', (url: string, init: RequestInit) => {
    sent.push(`${init.method ?? ''} ${new URL(url, 'http://x').pathname} ${typeof init.body === 'string' ? init.body : ''}`)
    if (init.method === 'POST') return answer(null, 204)
    return right ? answer({ asked, ownedAlone: [], keptBy: [] }) : answer({ code: 'identity.code-wrong', title: 'x', status: 400, detail: 'Deze code klopt niet.', errors: [{ pointer: '/code', code: 'identity.code-wrong', detail: 'Deze code klopt niet.' }] }, 400)
  })
  const onAsked = vi.fn()
  show(<EraseForm address="fatima@example.org" onAsked={onAsked} />)
  fireEvent.click(screen.getByRole('radio', { name: 'Wis ook wat ik schreef' }))
  expect(screen.queryByLabelText('Code uit de mail')).toBeNull()
  fireEvent.click(screen.getByRole('button', { name: 'Mail mij een code' }))
  const field = await screen.findByLabelText('Code uit de mail')
  fireEvent.input(field, { target: { value: '123456' } })
  fireEvent.click(screen.getByRole('button', { name: 'Wis alles van mij' }))
  await screen.findByText('Deze code klopt niet.')
  expect(screen.getByRole<HTMLInputElement>('radio', { name: 'Wis ook wat ik schreef' }).checked).toBe(true)
  right = true
  fireEvent.click(screen.getByRole('button', { name: 'Wis alles van mij' }))
  await vi.waitFor(() => expect(onAsked).toHaveBeenCalled())
  expect(sent.at(-1)).toBe('PUT /v1/me/erasure {"texts":"go","code":"123456"}')
})

it('stops with one click, says so when that failed, and offers nothing once it has begun', async () => {
  let away = true
  vi.stubGlobal('fetch', () => (away ? Promise.reject(new TypeError('offline')) : answer(null, 204)))
  const onStopped = vi.fn()
  const { unmount } = show(<EraseWaits asked={asked} onStopped={onStopped} />)
  screen.getByText(/5 december 2026/)
  fireEvent.click(screen.getByRole('button', { name: 'Toch niet: stop het wissen' }))
  await screen.findByRole('alert')
  away = false
  fireEvent.click(screen.getByRole('button', { name: 'Toch niet: stop het wissen' }))
  await vi.waitFor(() => expect(onStopped).toHaveBeenCalled())
  unmount()
  show(<EraseWaits asked={{ ...asked, begun: true }} onStopped={onStopped} />)
  expect(screen.queryByRole('button')).toBeNull()
})
