import { screen } from '@testing-library/preact'
import { expect, it } from 'vitest'
import { show } from '@/testing/render'
import type { Notification } from '../api'
import { NotificationCard } from './notification-card'

const told = (kind: Notification['kind']) => ({ id: 'n1', kind, reason: 'you-facilitate', createdAt: '2026-11-30T10:00:00Z', seen: true, link: { tenant: 'ess', tenantName: 'ESS', issue: 'i1', issueTitle: 'Het plein' } }) as unknown as Notification

it('leads whoever answers a raised hand to the list of those who want to take part, and who raised it to the issue', () => {
  for (const kind of ['hand-raised', 'hand-objected', 'hand-late'] as const) {
    const { unmount } = show(<NotificationCard notification={told(kind)} now={new Date('2026-11-30T12:00:00Z')} onSeen={() => undefined} />)
    expect(screen.getByRole('link').getAttribute('href')).toBe('/o/ess/opgaven/i1/uitnodigen#handen')
    unmount()
  }
  show(<NotificationCard notification={told('hand-refused')} now={new Date('2026-11-30T12:00:00Z')} onSeen={() => undefined} />)
  expect(screen.getByRole('link').getAttribute('href')).toBe('/o/ess/opgaven/i1')
})

it('tells who runs an issue whose part ends and leads to where it can be lengthened, and a guest when', () => {
  const ends = { ...told('part-ends'), until: '2026-12-08T22:59:59Z' }
  const { unmount } = show(<NotificationCard notification={{ ...ends, name: 'Gerda' }} now={new Date('2026-12-01T12:00:00Z')} onSeen={() => undefined} />)
  expect(screen.getByText('Een gast doet nog even mee')).toBeTruthy()
  expect(screen.getByText('Gerda doet mee tot en met 8 december 2026')).toBeTruthy()
  expect(screen.getByRole('link').getAttribute('href')).toBe('/o/ess/opgaven/i1#deelnemers')
  unmount()
  show(<NotificationCard notification={{ ...ends, reason: 'you-take-part' }} now={new Date('2026-12-01T12:00:00Z')} onSeen={() => undefined} />)
  expect(screen.getByText('U doet nog even mee')).toBeTruthy()
  expect(screen.getByText('Tot en met 8 december 2026')).toBeTruthy()
  expect(screen.getByRole('link').getAttribute('href')).toBe('/o/ess/opgaven/i1')
})
