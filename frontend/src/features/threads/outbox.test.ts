import { expect, it } from 'vitest'
import { due, outbox, type Outgoing, type OutboxEvent } from './outbox'

const letter = (key: string) => ({ key, body: key, quotes: null, files: [] })
const after = (...events: OutboxEvent[]) => events.reduce<readonly Outgoing[]>(outbox, [])
const add = (key: string): OutboxEvent => ({ type: 'add', letter: letter(key) })

it('sends in order, one at a time', () => {
  expect(due(after(add('a'), add('b')))?.key).toBe('a')
  expect(due(after(add('a'), add('b'), { type: 'sending', key: 'a' }))).toBeNull()
  expect(due(after(add('a'), add('b'), { type: 'sending', key: 'a' }, { type: 'drop', key: 'a' }))?.key).toBe('b')
})

it('waits with the rest while no answer comes, and tries the same one again', () => {
  const silent = after(add('a'), add('b'), { type: 'sending', key: 'a' }, { type: 'unanswered', key: 'a' })
  expect(due(silent)).toBeNull()
  expect(due(outbox(silent, { type: 'try-again' }))?.key).toBe('a')
})

it('passes by what was refused', () => {
  const refused = after(add('a'), add('b'), { type: 'sending', key: 'a' }, { type: 'refused', key: 'a', reason: 'te lang' })
  expect(due(refused)?.key).toBe('b')
  expect(refused[0]?.reason).toBe('te lang')
})

it('comes back after a closed tab, first what was written first, each once', () => {
  const items = after(add('c'), { type: 'restore', letters: [letter('a'), letter('b'), letter('c')] })
  expect(items.map((item) => item.key)).toEqual(['a', 'b', 'c'])
})

it('keeps its files, and has none where a letter is from before there were any', () => {
  const file = { id: 'f', name: 'plan.pdf', mediaType: 'application/pdf', size: 10, words: 'Het plan', decorative: false }
  const items = after({ type: 'restore', letters: [{ ...letter('a'), files: [file] }, { key: 'b', body: 'b', quotes: null }] }, { type: 'sending', key: 'a' }, { type: 'unanswered', key: 'a' }, { type: 'try-again' })
  expect(items.map((item) => item.files)).toEqual([[file], []])
})

it('says why it waits, and where the same was said before', () => {
  const slower = after(add('a'), { type: 'sending', key: 'a' }, { type: 'unanswered', key: 'a', reason: 'even wachten' })
  expect(slower[0]).toMatchObject({ state: 'waiting', reason: 'even wachten' })
  const said = after(add('a'), { type: 'refused', key: 'a', reason: 'al gezegd', earlier: { thread: 't', seq: 3 } })
  expect(said[0]?.earlier?.seq).toBe(3)
})
