import { expect, it } from 'vitest'
import { changes, wordsOf } from './changes'

it('tells what was added and what was taken away', () => {
  expect(changes('Het plein is vol', 'Het plein is leeg').filter((piece) => piece.what !== 'same')).toEqual([
    { text: 'vol', what: 'removed' },
    { text: 'leeg', what: 'added' },
  ])
  expect(changes('a', 'a')).toEqual([{ text: 'a', what: 'same' }])
})

it('keeps paragraphs apart', () => {
  expect(wordsOf('<p>Eén</p>\n<p>Twee <strong>drie</strong></p>')).toBe('Eén\nTwee drie')
})
