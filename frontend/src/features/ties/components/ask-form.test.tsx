import { act, fireEvent, screen } from '@testing-library/preact'
import { afterEach, expect, it, vi } from 'vitest'
import { show } from '@/testing/render'
import { AskForm } from './ask-form'

vi.mock('idb-keyval', () => import('@/testing/idb-keyval'))
afterEach(() => vi.unstubAllGlobals())

const found = { items: [{ id: 'n2', name: 'Noord', tenant: 'ess', tenantName: 'Essen', purpose: '', readable: true }], next: null }
const open = () => show(<AskForm tenant="ess" network="n1" known={new Set()} draft="me/tie-n1" onAsked={() => undefined} />)

it('keeps the form that is being written when what it chooses from could not be fetched again', async () => {
  let away = false
  vi.stubGlobal('fetch', () => (away ? Promise.reject(new TypeError('network')) : Promise.resolve(new Response(JSON.stringify(found)))))
  open()
  await screen.findByRole('option', { name: 'Noord (Essen)' })
  const why = screen.getByLabelText<HTMLTextAreaElement>(/^Waarom zoekt u contact/)
  fireEvent.input(why, { target: { value: 'Wij werken aan hetzelfde plein.' } })
  away = true
  // Whoever comes back to the window has everything looked at again.
  await act(() => void dispatchEvent(new Event('visibilitychange')))
  expect((await screen.findByRole('alert')).textContent).toContain('Er kwam geen antwoord')
  expect(why.isConnected).toBe(true)
  expect(why.value).toBe('Wij werken aan hetzelfde plein.')
})

it('says that there is nothing to choose from as long as nothing came', async () => {
  vi.stubGlobal('fetch', () => Promise.reject(new TypeError('network')))
  open()
  expect((await screen.findByRole('alert')).textContent).toContain('Er kwam geen antwoord')
  expect(screen.queryByRole('textbox')).toBeNull()
})
