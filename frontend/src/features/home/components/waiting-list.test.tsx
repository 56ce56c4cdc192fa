import { screen } from '@testing-library/preact'
import { expect, it } from 'vitest'
import type { Join } from '@/api/types'
import { show } from '@/testing/render'
import { WaitingList } from './waiting-list'

it('calls the way to a question about an issue after the question, and not after the issue', () => {
  const join = { id: 'j1', side: 'owner', title: 'Het plein', owner: { slug: 'zaanrade', name: 'Zaanrade' }, joiner: { slug: 'ess', name: 'ESS' }, askedAt: '2026-01-01T00:00:00Z' } as unknown as Join
  show(<WaitingList invitations={[]} joins={[join]} handovers={[]} tasks={[]} waiting={{ proposals: [], reviews: [] }} />)
  const link = screen.getByRole('link')
  expect(link.getAttribute('href')).toBe('/o/zaanrade/samen')
  expect(link.textContent?.replaceAll(/[\u2068\u2069]/g, '')).toBe('De vraag over ‘Het plein’')
})
