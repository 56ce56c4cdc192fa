import { expect, it } from 'vitest'
import type { ActorMap } from '@/api/types'
import type { Translate } from '@/i18n'
import { added, changed, formOf, inRole, moved, placeOf, sentenceOf, without, writingOf } from './form'

const none: ActorMap = { version: 0, shown: false, mayWrite: true, text: null, changedAt: null }

it('gives each party a number of its own, and forgets what others had to do with one that goes', () => {
  let writing = added(added(writingOf(none)))
  expect(writing.parties.map((it) => it.number)).toEqual([1, 2])
  writing = changed(writing, 2, (it) => ({ ...it, relations: [{ to: 1, kind: 'opposes' }] }))
  writing = added(without(writing, 1))
  expect(writing.parties.map((it) => [it.number, it.relations])).toEqual([
    [2, []],
    [3, []],
  ])
})

it('puts who pushes on a side, and the middle on none', () => {
  const [party] = added(writingOf(none)).parties
  if (!party) throw new Error('none was added')
  expect(inRole(party, 'pusher').side).toBe('one')
  expect(inRole({ ...party, role: 'joiner', side: 'other' }, 'pusher').side).toBe('other')
  expect(inRole({ ...party, role: 'joiner', side: 'other' }, 'scapegoat').side).toBe('between')
})

it('sends a risk only when something is said of it', () => {
  const writing = added(writingOf(none))
  expect(formOf(writing).text.positions[0]?.risk).toBeNull()
  const risky = changed(writing, 1, (it) => ({ ...it, risk: { ...it.risk, words: 'Haakt af' } }))
  expect(formOf(risky).text.positions[0]?.risk?.words).toBe('Haakt af')
})

it('finds the field that the server speaks of', () => {
  expect(placeOf('/text/positions/3/risk/words')).toBe('map-positions-3-risk-words')
})

it('says of which party a fault is where several have the same, and of none where it is of the whole', () => {
  const t = ((_: string, given?: Record<string, unknown>) => Object.values(given ?? { name: 'Nieuw' }).join(' ')) as unknown as Translate
  const writing = changed(added(added(writingOf(none))), 2, (it) => ({ ...it, name: 'Dhr. Jansen' }))
  const detail = 'Hier staat een naam.'
  expect(sentenceOf(t, writing, { pointer: '/text/positions/1/name', detail } as never)).toBe('2 Dhr. Jansen Hier staat een naam.')
  expect(sentenceOf(t, writing, { pointer: '/text/question', detail } as never)).toBe(detail)
})

it('keeps a fault at its party when another goes, and drops that of one that went', () => {
  const sent = added(added(added(writingOf(none))))
  const faults = ['/text/subject', '/text/positions/0/name', '/text/positions/2/risk/words'].map((pointer) => ({ pointer, code: 'text.empty', detail: '' }))
  expect(moved(faults, sent, without(sent, 1)).map(({ pointer }) => pointer)).toEqual(['/text/subject', '/text/positions/1/risk/words'])
})
