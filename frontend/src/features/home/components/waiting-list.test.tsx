import { screen } from '@testing-library/preact'
import { expect, it } from 'vitest'
import type { Join } from '@/api/types'
import { show } from '@/testing/render'
import { WaitingList } from './waiting-list'

it('calls the way to a question about an issue after the question, and not after the issue', () => {
  const join = { id: 'j1', side: 'owner', title: 'Het plein', owner: { slug: 'zaanrade', name: 'Zaanrade' }, joiner: { slug: 'ess', name: 'ESS' }, askedAt: '2026-01-01T00:00:00Z' } as unknown as Join
  show(<WaitingList invitations={[]} hands={[]} joins={[join]} handovers={[]} tasks={[]} reports={[]} waiting={{ proposals: [], reviews: [], lingering: [] }} />)
  const link = screen.getByRole('link')
  expect(link.getAttribute('href')).toBe('/o/zaanrade/samen')
  expect(link.textContent?.replaceAll(/[\u2068\u2069]/g, '')).toBe('De vraag over ‘Het plein’')
})

it('says how much was reported where, since when, and leads to it', () => {
  const at = (tenant: string, count: number, isMore: boolean) => ({ tenant, tenantName: tenant.toUpperCase(), count, isMore, since: '2026-01-02T00:00:00Z' })
  show(<WaitingList invitations={[]} hands={[]} joins={[]} handovers={[]} tasks={[]} reports={[at('ess', 1, false), at('zaanrade', 50, true)]} waiting={{ proposals: [], reviews: [], lingering: [] }} />)
  expect(screen.getByRole('link', { name: '1 gemelde tekst of bezwaar wacht op een besluit' }).getAttribute('href')).toBe('/o/ess/modereren')
  expect(screen.getByRole('link', { name: /^Meer dan .*50.* gemelde teksten/ }).getAttribute('href')).toBe('/o/zaanrade/modereren')
  expect(screen.getByText(/ESS.*2 januari 2026/)).toBeTruthy()
})

it('says how many people want to take part, by when the first has an answer, and leads to them', () => {
  const hands = [{ tenant: 'ess', tenantName: 'ESS', issue: 'i1', title: 'Het plein', count: 2, answerBy: '2026-01-02T00:00:00Z' }]
  show(<WaitingList invitations={[]} hands={hands} joins={[]} handovers={[]} tasks={[]} reports={[]} waiting={{ proposals: [], reviews: [], lingering: [] }} />)
  expect(screen.getByRole('link', { name: 'Het plein' }).getAttribute('href')).toBe('/o/ess/opgaven/i1/uitnodigen')
  expect(screen.getByText(/2.* mensen willen meedoen/)).toBeTruthy()
  expect(screen.getByText(/ESS.*2 januari 2026/)).toBeTruthy()
})

it('says by when a proposal is to be answered', () => {
  const proposal = { tenant: 'ess', tenantName: 'ESS', issue: 'i1', title: 'Het plein', since: '2026-01-01T00:00:00Z', answerBy: '2026-01-22T00:00:00Z' }
  show(<WaitingList invitations={[]} hands={[]} joins={[]} handovers={[]} tasks={[]} reports={[]} waiting={{ proposals: [proposal], reviews: [], lingering: [] }} />)
  expect(screen.getByRole('link', { name: 'Het plein' }).getAttribute('href')).toBe('/o/ess/opgaven/i1')
  expect(screen.getByText(/ESS.*22 januari 2026/)).toBeTruthy()
})

it('says of an issue in which nothing happens which of four it is', () => {
  const at = (why: 'end-passed' | 'unconcluded' | 'silent' | 'paused') => ({ tenant: 'ess', tenantName: 'ESS', issue: why, title: why, since: '2026-01-02T00:00:00Z', why })
  show(<WaitingList invitations={[]} hands={[]} joins={[]} handovers={[]} tasks={[]} reports={[]} waiting={{ proposals: [], reviews: [], lingering: [at('end-passed'), at('unconcluded'), at('silent'), at('paused')] }} />)
  expect(screen.getAllByText('Hoe gaat het verder?')).toHaveLength(4)
  expect(screen.getByText(/zou eindigen op .*2 januari 2026/)).toBeTruthy()
  expect(screen.getByText(/afgerond sinds .*2 januari 2026/)).toBeTruthy()
  expect(screen.getByText(/al zestig dagen/)).toBeTruthy()
  expect(screen.getByText(/ligt stil sinds .*2 januari 2026/)).toBeTruthy()
})
