import { expect, it } from 'vitest'
import { excerpt, matches, plainText } from './text'

it('finds words wherever they stand, without accents and capitals', () => {
  expect(matches('Een coöperatie op het Plein', 'plein cooper')).toBe(true)
  expect(matches('Een coöperatie op het Plein', 'plein fiets')).toBe(false)
  expect(matches('Een coöperatie', '  ')).toBe(true)
})

it('reads the words out of what the server rendered', () => {
  expect(plainText('<p>Het is <strong>donker</strong> &amp; nat.</p>\n<p>Ja.</p>')).toBe('Het is donker & nat. Ja.')
})

it('cuts between words', () => {
  expect(excerpt('Kort.', 20)).toBe('Kort.')
  expect(excerpt('Er komen lampen bij de brug', 15)).toBe('Er komen …')
})
