import { afterEach, expect, it, vi } from 'vitest'
import { addToList, belongTo, dropDraft, dropFromList, keepDraft, newer, readDraft, readList } from './drafts'

const stored = vi.hoisted(() => ({ rows: new Map<string, unknown>(), stuck: false }))
const put = vi.hoisted(() => (value: unknown, key: string) => (stored.stuck ? new Promise(() => undefined) : Promise.resolve(stored.rows.set(key, value))))
vi.mock('idb-keyval', () => ({
  createStore: () => (_mode: string, work: (store: object) => unknown) =>
    work({ get: (key: string) => stored.rows.get(key), put, delete: (key: string) => stored.rows.delete(key) }),
  promisifyRequest: (answer: unknown) => Promise.resolve(answer),
  get: (key: string) => Promise.resolve(stored.rows.get(key)),
  set: (key: string, value: unknown) => put(value, key),
  del: (key: string) => Promise.resolve(stored.rows.delete(key)),
  keys: () => Promise.resolve([...stored.rows.keys()]),
}))

afterEach(() => {
  stored.rows.clear()
  stored.stuck = false
  sessionStorage.clear()
  localStorage.clear()
})

it('has what was typed before it is stored, for whoever typed it', async () => {
  localStorage.setItem('np-writer', 'ik')
  await keepDraft('k', { text: 'eerst', savedAt: 1 })
  expect(sessionStorage).toHaveLength(0)
  stored.stuck = true
  void keepDraft('k', { text: 'en toen', savedAt: 2 })
  expect((await readDraft('k'))?.text).toBe('en toen')
  await belongTo('een ander')
  expect(sessionStorage).toHaveLength(0)
})

it('has what was sent before it is stored', async () => {
  stored.stuck = true
  void addToList('uit', { key: 'a' })
  expect(await readList('uit')).toEqual([{ key: 'a' }])
  await dropFromList<{ key: string }>('uit', ({ key }) => key === 'a')
  expect(await readList('uit')).toEqual([])
})

it('leaves in a list what another tab put there', async () => {
  await addToList('uit', 'van hier')
  stored.rows.set('uit', ['van hier', 'van daar'])
  await addToList('uit', 'ook van hier')
  await dropFromList('uit', (item) => item === 'van hier')
  expect(stored.rows.get('uit')).toEqual(['van daar', 'ook van hier'])
  await dropFromList('uit', () => true)
  expect(stored.rows.has('uit')).toBe(false)
  expect(sessionStorage).toHaveLength(0)
})

it('does not bring back what was dropped', async () => {
  stored.stuck = true
  void keepDraft('k', { text: 'weg', savedAt: 1 })
  await dropDraft('k')
  expect(await readDraft('k')).toBeUndefined()
})

const here = { text: 'hier', savedAt: 2 }
const there = { text: 'daar', savedAt: 1, synced: true }

it('goes on with the newest copy', () => {
  expect(newer(here, there)?.text).toBe('hier')
  expect(newer(here, { ...there, savedAt: 3 })?.text).toBe('daar')
  expect(newer(undefined, there)?.text).toBe('daar')
})

it('forgets a text that was sent from another device', () => {
  expect(newer({ ...here, synced: true }, null)).toBeNull()
})

it('does not bring back what was sent, whatever the clocks say', () => {
  expect(newer({ text: '', savedAt: 2, gone: 'daar' }, { ...there, savedAt: 3 })?.text).toBe('')
  expect(newer({ text: '', savedAt: 2, gone: 'iets anders' }, { ...there, savedAt: 3 })?.text).toBe('daar')
})

it('hides nothing that was stored behind what is typed while it is read', async () => {
  stored.rows.set('k', { text: 'van gisteren', savedAt: 1 })
  const read = readDraft('k')
  stored.stuck = true
  void keepDraft('k', { text: 'v', savedAt: 2 })
  expect((await read)?.text).toBe('van gisteren')
})

it('keeps a text that the server never saw', () => {
  expect(newer(here, null)?.text).toBe('hier')
})

it('goes on with what is here when the server cannot be asked', () => {
  expect(newer({ ...here, synced: true }, undefined)?.text).toBe('hier')
})
