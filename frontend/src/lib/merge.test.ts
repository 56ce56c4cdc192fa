import { describe, expect, it } from 'vitest'
import { merge, same } from './merge'

const base = { title: 'Licht', why: 'Donker', terms: ['a', 'b'], rows: { heard: [{ key: '1', text: 'Stil' }], done: [{ key: '2', text: 'Lamp' }] } }

describe('merge', () => {
  it('leaves each what only they changed, and asks nothing', () => {
    const merged = merge(base, { ...base, title: 'Meer licht' }, { ...base, why: 'Te donker' })
    expect(merged.fields).toEqual({ ...base, title: 'Meer licht', why: 'Te donker' })
    expect(merged.base).toEqual({ ...base, why: 'Te donker' })
    expect(merged.asks).toBe(false)
  })

  it('asks about what both changed, and keeps the rest of both', () => {
    const mine = { ...base, title: 'Mijn licht' }
    const theirs = { ...base, title: 'Hun licht', why: 'Hun reden' }
    expect(merge(base, mine, theirs)).toEqual({ fields: { ...base, title: 'Mijn licht', why: 'Hun reden' }, base: { ...base, why: 'Hun reden' }, asks: true })
    expect(merge(base, mine, theirs, 'theirs').fields).toEqual(theirs)
  })

  it('does not ask what both changed alike, nor about spaces and keys', () => {
    const merged = merge(base, { ...base, title: 'Nacht ' }, { ...base, title: 'Nacht', rows: { ...base.rows, done: [{ key: '9', text: 'Lamp' }] } })
    expect(merged.asks).toBe(false)
    expect(merged.fields.title).toBe('Nacht ')
  })

  it('looks into what has parts of its own', () => {
    const mine = { ...base, rows: { ...base.rows, heard: [{ key: '1', text: 'Rumoer' }] } }
    const theirs = { ...base, rows: { ...base.rows, done: [{ key: '3', text: 'Twee lampen' }] } }
    expect(merge(base, mine, theirs)).toMatchObject({ fields: { rows: { heard: [{ text: 'Rumoer' }], done: [{ text: 'Twee lampen' }] } }, asks: false })
  })

  it('takes in the words that each added, and loses those that each took away', () => {
    const { fields, asks } = merge(base, { ...base, terms: ['a', 'b', 'c'] }, { ...base, terms: ['b', 'd'] })
    expect(fields.terms).toEqual(['b', 'd', 'c'])
    expect(asks).toBe(false)
  })

  it('asks about everything that differs when nobody knows what it goes on from', () => {
    expect(merge({}, base, { ...base, title: 'Nacht' }).asks).toBe(true)
    expect(merge({}, base, { ...base }).asks).toBe(false)
  })
})

it('tells texts apart, not the spaces around them', () => {
  expect(same({ text: ' a' }, { text: 'a' })).toBe(true)
  expect(same(['a'], ['b'])).toBe(false)
})
