import { expect, it } from 'vitest'
import { isSent, onScreen, withIds } from './rows'

const row = (id: string | null, name: string, experience = '') => ({ id, name, experience })

it('sends a row that the server has although its name was cleared, so that it is refused there and not taken away', () => {
  expect([row('p1', ' '), row(null, ' '), row(null, '', 'Staat er elke dag.')].map(isSent)).toEqual([true, false, true])
})

it('gives each new row an id of its own, and makes one new that the server has no more', () => {
  const saved = [
    { id: 'p2', name: 'Ouders' },
    { id: 'p3', name: 'Ouders' },
  ]
  expect(withIds([row(null, 'Ouders '), row(null, 'Ouders'), row('p1', 'Buren'), row(null, '')], saved).map(({ id }) => id)).toEqual(['p2', 'p3', null, null])
})

it('finds the row that a refusal is about, whatever empty rows stand before it', () => {
  const rows = [row(null, ''), row('p1', ''), row(null, ''), row(null, 'Buren')]
  expect(onScreen('/perspectives/0/name', 'perspectives', rows)).toBe('/perspectives/1/name')
  expect(onScreen('/perspectives/1/wanted', 'perspectives', rows)).toBe('/perspectives/3/wanted')
  expect(onScreen('/perspectives/7/name', 'perspectives', rows)).toBe('/perspectives')
  expect(['/perspectives', '/title'].map((pointer) => onScreen(pointer, 'perspectives', rows))).toEqual(['/perspectives', '/title'])
})
