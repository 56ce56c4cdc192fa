import { fireEvent, screen, waitFor } from '@testing-library/preact'
import { expect, it, vi } from 'vitest'
import type { Issue } from '@/api/types'
import { fakeBrowser } from '@/testing/browser'
import { show } from '@/testing/render'
import NewThread from './new-thread'

vi.mock('idb-keyval', () => import('@/testing/idb-keyval'))

it('goes to the title that is missing, from the button and from the text', async () => {
  fakeBrowser()
  const refusal = { code: 'request.invalid', detail: '', errors: [{ pointer: '/title', code: 'field.missing', detail: 'Vul dit in.' }] }
  vi.stubGlobal('fetch', (_: string, init: RequestInit) => Promise.resolve(new Response(JSON.stringify(init.method === 'POST' ? refusal : {}), { status: 400 })))
  const issue = { id: 'i1', regime: 'open', visibility: 'public', joined: [], perspectives: [], can: {} } as unknown as Issue
  show(<NewThread tenant="ess" issue={issue} organisation={null} retention={null} onStarted={vi.fn()} />)
  fireEvent.click(screen.getByRole('button', { name: 'Nieuw gesprek beginnen' }))
  const title = screen.getByLabelText('Waar gaat dit gesprek over?')
  const button = screen.getByRole('button', { name: 'Nieuw gesprek beginnen' })
  button.focus()
  fireEvent.click(button)
  await waitFor(() => expect(document.activeElement).toBe(title))
  const text = screen.getByLabelText('Eerste bijdrage')
  text.focus()
  fireEvent.keyDown(text, { key: 'Enter', ctrlKey: true })
  await waitFor(() => expect(document.activeElement).toBe(title))
})

it('begins one conversation when it is asked again after a lost answer, and another one with other words', async () => {
  fakeBrowser()
  const keys: (string | null)[] = []
  vi.stubGlobal('fetch', (path: string, init: RequestInit) => {
    if (!path.endsWith('/issues/i2/threads') || init.method !== 'POST') return Promise.resolve(new Response('{}', { status: 400 }))
    keys.push(new Headers(init.headers).get('Idempotency-Key'))
    return Promise.reject(new TypeError('Failed to fetch'))
  })
  const issue = { id: 'i2', regime: 'open', visibility: 'public', joined: [], perspectives: [], can: {} } as unknown as Issue
  show(<NewThread tenant="ess" issue={issue} organisation={null} retention={null} onStarted={vi.fn()} />)
  fireEvent.click(screen.getByRole('button', { name: 'Nieuw gesprek beginnen' }))
  const name = (value: string) => fireEvent.input(screen.getByLabelText('Waar gaat dit gesprek over?'), { target: { value } })
  const press = async () => {
    const before = keys.length
    fireEvent.click(screen.getByRole('button', { name: 'Nieuw gesprek beginnen' }))
    await waitFor(() => expect(keys).toHaveLength(before + 1))
    await screen.findByText(/Er kwam geen antwoord/)
  }
  name('De brug')
  await press()
  await press()
  name('De oude brug')
  await press()
  expect(keys[1]).toBe(keys[0])
  expect(keys[2]).not.toBe(keys[0])
})
