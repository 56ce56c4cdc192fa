import { expect, it } from 'vitest'
import type { Translate } from '@/i18n'
import { arrived, type Attached, faultsIn, formsOf, goOn, hung, isSame, joined, lacksWords, MOST_BYTES, notTaken, shown, sortOut } from './attached'

const picture = (id: string, words = '', decorative = false): Attached => ({ ...arrived({ id, name: `${id}.png`, mediaType: 'image/png', size: 10 }), words, decorative })
const ids = (files: readonly Attached[]) => files.map((file) => file.id)

it('asks of a picture what is to be seen, or that it tells nothing', () => {
  expect(lacksWords(picture('a'))).toBe(true)
  expect(lacksWords(picture('a', '  '))).toBe(true)
  expect(lacksWords(picture('a', 'Een plein.'))).toBe(false)
  expect(lacksWords(picture('a', '', true))).toBe(false)
  expect(lacksWords(arrived({ id: 'a', name: 'a.pdf', mediaType: 'application/pdf', size: 10 }))).toBe(false)
})

it('sends no words with what tells nothing, and keeps them for who thinks again', () => {
  const file = picture('a', 'Een plein.', true)
  expect(formsOf([file])).toEqual([{ id: 'a', words: '', decorative: true }])
  expect(shown(file).words).toBe('')
  expect(file.words).toBe('Een plein.')
})

it('goes on with what was kept, its words first, and with what else waits', () => {
  const kept = [picture('a', 'Een plein.'), picture('b', 'Een bank.')]
  const there = [picture('c'), picture('a'), picture('d')]
  const now = goOn(kept, there, new Set(['d']))
  expect(ids(now)).toEqual(['a', 'b', 'c'])
  expect(now[0]).toMatchObject({ words: 'Een plein.', gone: false })
  // Its words are still its writer's.
  expect(now[1]).toMatchObject({ words: 'Een bank.', gone: true })
})

it('goes on with what was kept when the server cannot be asked', () => {
  expect(goOn([picture('a', 'Een plein.')], null, new Set())).toEqual([picture('a', 'Een plein.')])
})

it('knows a picture without words on a post as one that tells nothing', () => {
  const file = { id: 'a', name: 'a.png', mediaType: 'image/png', size: 10, words: '' }
  expect(hung(file).decorative).toBe(true)
  expect(hung({ ...file, words: 'Een plein.' }).decorative).toBe(false)
  expect(hung({ ...file, mediaType: 'audio/ogg' }).decorative).toBe(false)
  expect(isSame([hung(file)], [hung(file)])).toBe(true)
  expect(isSame([hung(file)], [])).toBe(false)
})

it('names every file that is not taken, by why', () => {
  const file = (name: string, size = 1) => ({ name, size })
  const sorted = sortOut([file('a'), file('leeg', 0), file('b'), file('groot', MOST_BYTES + 1), file('c'), file('ook leeg', 0)], 2)
  expect(sorted.taken.map(({ name }) => name)).toEqual(['a', 'b'])
  const told: unknown[] = []
  const t = ((why: string, of: object) => told.push({ why, ...of })) as unknown as Translate
  notTaken(t, 'nl', sorted)
  expect(told).toEqual([
    { why: 'attached-empty', count: 2, names: 'leeg en ook leeg' },
    { why: 'attached-large', count: 1, names: 'groot' },
    { why: 'attached-many', count: 1, names: 'c' },
  ])
  expect(notTaken(t, 'nl', sortOut([file('a')], 2))).toBeNull()
})

it('has each file once', () => {
  expect(ids(joined([picture('a', 'Nieuw')], [picture('a'), picture('b')]))).toEqual(['a', 'b'])
})

it('brings what the server said of a file to that file', () => {
  const sent = [picture('a'), picture('b')]
  expect(faultsIn(sent, [{ pointer: '/body', detail: 'Te lang.' }])).toBeNull()
  const found = faultsIn(sent, [
    { pointer: '/files/1/words', detail: 'Beschrijf dit.' },
    { pointer: '/files', detail: 'Niet gevonden.' },
  ])
  expect(found?.of.get('b')).toBe('Beschrijf dit.')
  expect(found?.all).toBe('Niet gevonden.')
})
