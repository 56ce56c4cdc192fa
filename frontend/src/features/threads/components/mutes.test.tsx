import { fireEvent, screen } from '@testing-library/preact'
import { afterEach, expect, it, vi } from 'vitest'
import type { Mute } from '@/api/types'
import { refuseFirst } from '@/testing/refuse-first'
import { show } from '@/testing/render'
import { Mutes } from './mutes'

afterEach(() => vi.unstubAllGlobals())

it('says at whom it could not be undone, also when another one is undone meanwhile', async () => {
  const { why } = refuseFirst()
  const mute = (id: string, name: string) => ({ id, name, alias: false, blocks: false, tenantName: 'ESS', mutedAt: '2026-01-01T00:00:00Z' }) as Mute
  show(<Mutes mutes={[mute('1', 'Ben'), mute('2', 'Sara')]} />)
  for (const button of screen.getAllByRole('button')) fireEvent.click(button)
  expect((await screen.findByText(why)).closest('li')?.textContent).toContain('Ben')
})
