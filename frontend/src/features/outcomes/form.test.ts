import { expect, it } from 'vitest'
import type { Outcome, Source } from './api'
import { asksConsent, blankRow, differences, fieldsOf, formOf, keyed, missing, placeOf, sentences, standing } from './form'

const source = (regime: Source['regime']): Source => ({ post: 'p1', thread: 't1', threadTitle: 'Het plein', seq: 3, regime, name: 'Fatima', excerpt: 'Donker.' })
const outcome = (statements: NonNullable<Outcome['draft']>['statements'] = []): Outcome => ({
  issue: 'i1',
  published: null,
  draft: { title: 'Licht', intro: '', introHtml: '', lang: 'nl', reviewAt: '2030-03-18T12:00:00Z', statements },
  publishedVersion: 0, reviews: [],
  can: { write: true, publish: true, review: false },
  version: 1,
})
const statement = (kind: 'heard' | 'done' | 'not-done' | 'you-can', text: string, more = {}) => ({ kind, text, html: '', why: null, sources: [], closedSources: 0, closedPosts: [], ...more })

it('begins with a row for what must be told, and none for what is not done', () => {
  const { rows } = fieldsOf({ ...outcome(), draft: null }, 'nl')
  expect([rows.heard.length, rows.done.length, rows['not-done'].length, rows['you-can'].length]).toEqual([1, 1, 0, 1])
})

it('sends what was written and leaves empty rows in the browser', () => {
  const fields = fieldsOf(outcome([statement('you-can', 'Bel.'), statement('heard', 'Donker.', { sources: [source('open')], closedPosts: ['p9'] })]), 'nl')
  fields.rows.done.push(blankRow())
  expect(formOf(fields)).toEqual({
    title: 'Licht',
    intro: '',
    lang: 'nl',
    reviewAt: '2030-03-18T12:00:00Z',
    statements: [
      { kind: 'heard', text: 'Donker.', why: null, posts: ['p1', 'p9'] },
      { kind: 'you-can', text: 'Bel.', why: null, posts: [] },
    ],
  })
})

it('puts a refusal at the row that it is about, whatever empty rows stand before it', () => {
  const fields = fieldsOf(outcome([statement('heard', 'Donker.'), statement('not-done', 'Geen hek.')]), 'nl')
  fields.rows['not-done'].unshift(blankRow())
  const errors = [
    { pointer: '/statements/1/why', code: 'outcome.why-missing', detail: 'Waarom?' },
    { pointer: '/statements', code: 'outcome.you-can-missing', detail: 'Wat kan ik?' },
    { pointer: '/reviewAt', code: 'outcome.review-not-in-future', detail: 'Wanneer?' },
  ]
  const faults = errors.map((error) => ({ ...error, pointer: keyed(error.pointer, fields) }))
  expect([...sentences(faults, fields)]).toEqual([
    ['outcome-not-done-1-why', 'Waarom?'],
    ['outcome-you-can-0-text', 'Wat kan ik?'],
    ['outcome-review', 'Wanneer?'],
  ])
  expect(placeOf({ pointer: '/statements/7/text', code: 'text.empty', detail: '' }, fields)).toBeNull()
  const checked = structuredClone(fields)
  // The first letter in the empty row before it moves nothing.
  fields.rows['not-done'][0] = { ...blankRow(), text: 'G' }
  expect([...sentences(faults, fields)][0]).toEqual(['outcome-not-done-1-why', 'Waarom?'])
  // What is filled in is at fault no more.
  fields.rows['not-done'] = fields.rows['not-done'].map((row) => ({ ...row, why: 'Te duur.' }))
  fields.rows['you-can'] = [{ ...blankRow(), text: 'Bel.' }]
  expect(standing(faults, fields, checked).map(({ code }) => code)).toEqual(['outcome.review-not-in-future'])
})

it('knows what is missing before anybody is asked to confirm', () => {
  const whole = [statement('heard', 'Donker.'), statement('done', 'Lampen.'), statement('you-can', 'Bel.')]
  const codes = (fields: Parameters<typeof missing>[0], tomorrow = '2029-01-01') => missing(fields, tomorrow).map(({ pointer, code }) => `${pointer} ${code}`)
  expect(codes(fieldsOf(outcome(whole), 'nl'))).toEqual([])
  expect(codes(fieldsOf(outcome(whole), 'nl'), '2031-01-01')).toEqual(['/reviewAt outcome.review-not-in-future'])
  expect(codes(fieldsOf(outcome([statement('not-done', 'Geen hek.')]), 'nl'))).toEqual(['/statements outcome.heard-missing', '/statements outcome.you-can-missing', '/statements/0/why outcome.why-missing'])
})

it('asks for consent when it rests on a trusted room, or on one that its writer cannot see', () => {
  const rests = (more: object) => asksConsent(fieldsOf(outcome([statement('heard', 'Donker.', more)]), 'nl'))
  expect(rests({ sources: [source('open')] })).toBe(false)
  expect(rests({ sources: [source('trusted')] })).toBe(true)
  expect(rests({ closedPosts: ['p9'] })).toBe(true)
})

it('shows only the parts that two people wrote differently', () => {
  const mine = fieldsOf(outcome([statement('heard', 'Donker.')]), 'nl')
  const theirs = fieldsOf(outcome([statement('heard', 'Te donker.')]), 'nl')
  expect(differences(mine, theirs)).toEqual([{ name: 'outcome-heard', mine: '- Donker.', theirs: '- Te donker.' }])
  expect(differences(mine, fieldsOf(outcome([statement('heard', 'Donker.')]), 'nl'))).toEqual([])
})
