import { fireEvent, screen } from '@testing-library/preact'
import { afterEach, expect, it, vi } from 'vitest'
import { refuseFirst } from '@/testing/refuse-first'
import { show } from '@/testing/render'
import { Sessions } from './sessions'

afterEach(() => vi.unstubAllGlobals())

it('says where one is still signed in and why, also when another place is signed out meanwhile', async () => {
  const session = (id: string, device: string) => ({ id, device, current: false, renewedAt: '2026-01-01T00:00:00Z' })
  const { why } = refuseFirst(() => ({ items: [session('1', 'Firefox'), session('2', 'Safari')] }))
  show(<Sessions />)
  await screen.findByText('Firefox')
  for (const row of screen.getAllByRole('listitem')) fireEvent.click(row.querySelector('button') as HTMLElement)
  expect((await screen.findByText(why)).closest('li')?.textContent).toContain('Firefox')
})

it('names each device in words, and marks the one that is used', async () => {
  const session = (id: string, device: string) => ({ id, device, current: id === '1', renewedAt: '2026-01-01T00:00:00Z' })
  vi.stubGlobal('fetch', () => Promise.resolve(Response.json({ items: [session('1', 'Chrome · Windows'), session('2', 'Safari · iPhone'), session('3', '')] })))
  show(<Sessions />)
  await screen.findByRole('button', { name: 'Afmelden: Safari op iPhone' })
  const [own, other, unknown] = screen.getAllByRole('listitem').map((row) => row.textContent)
  expect(own).toBe('Chrome op Windows Dit apparaat')
  expect(other).not.toContain('Dit apparaat')
  expect(unknown).toContain('Onbekend apparaat')
})
