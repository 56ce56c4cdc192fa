import { expect, it } from 'vitest'
import { changes, counted, filesChanged, shortened, wordsOf } from './changes'

const told = (before: string, after: string) => changes(before, after).map(({ text, what }) => (what === 'same' ? text : `${what === 'added' ? '+' : '-'}${text}`))

it('tells what was added and what was removed, in order', () => {
  expect(told('Het plein is stil.', 'Het plein is nooit stil.')).toEqual(['Het plein is ', '+nooit ', 'stil.'])
  expect(told('Het plein, en licht.', 'Het plein en licht.')).toEqual(['Het plein', '-,', ' en licht.'])
})

it('takes a word as a word in every alphabet, and an address as one', () => {
  expect(told('плохой план', 'хороший план')).toEqual(['-плохой', '+хороший', ' план'])
  expect(told("foto's", 'fotos')).toEqual(["-foto's", '+fotos'])
  expect(told('kaart (https://a.nl/x)', 'kaart (https://b.nl/x)')).toEqual(['kaart (', '-https://a.nl/x', '+https://b.nl/x', ')'])
})

it('counts words, not signs', () => {
  expect(counted(changes('Een plein.', 'Een heel mooi plein!'))).toEqual({ added: 2, removed: 0 })
  expect(counted(changes('Zie kaart', 'Zie https://a.nl/kaart'))).toEqual({ added: 1, removed: 1 })
})

it('leaves out what stayed, but not what stands around a change', () => {
  const long = 'woord '.repeat(60).trim()
  const short = shortened(changes(`${long} oud ${long}`, `${long} nieuw ${long}`), 20)
  expect(short.map(({ text }) => text)).toEqual([' … woord woord woord ', 'oud', 'nieuw', ' woord woord woord … '])
  expect(shortened(changes('Een kort plein', 'Een lang plein'), 20).map(({ text }) => text)).toEqual(['Een ', 'kort', 'lang', ' plein'])
})

it('reads rendered text as lines, with where its links lead', () => {
  expect(wordsOf('<p>Een &amp; <strong>twee</strong></p>\n<ul><li>drie</li><li>vier</li></ul>')).toBe('Een & twee\ndrie\nvier')
  expect(wordsOf('<p><a href="https://a.nl">kaart</a> <a href="https://b.nl">https://b.nl</a></p>')).toBe('kaart (https://a.nl) https://b.nl')
})

it('tells which files came and went', () => {
  const [a, b, c] = ['a', 'b', 'c'].map((id) => ({ id })) as [{ id: string }, { id: string }, { id: string }]
  expect(filesChanged([a, b], [b, c])).toEqual({ added: [c], removed: [a] })
  expect(filesChanged([a], [a])).toEqual({ added: [], removed: [] })
})
