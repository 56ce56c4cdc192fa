import { describe, expect, it } from 'vitest'
import type { Network } from '@/api/types'
import { beginningWith, differences, fieldsOf, formOf, likeIt, missing, nameOf, ownPointer, withIds } from './form'

const network = {
  id: 'n',
  kind: 'advisory',
  houseRules: 'Laat elkaar uitpraten.',
  houseRulesHtml: '',
  rulesVersion: 3,
  agreementAsked: false,
  agreedVersion: 3,
  targetSize: 15,
  quiet: false,
  room: {
    title: 'Adviesraad',
    coreQuestion: 'Wat speelt er?',
    whyNow: 'Adviseert het college.',
    background: '',
    visibility: 'tenant',
    plannedEnd: '2026-12-24T12:00:00Z',
    terms: [{ id: 't1' }],
    perspectives: [{ id: 'p1', name: 'Iemand onder de 25', experience: '', need: 'needed', wanted: 2, gap: 'wanted' }],
  },
} as unknown as Network

describe('the form of a network', () => {
  it('goes to the server as it came', () => {
    const fields = fieldsOf(network)
    expect(formOf(fields)).toMatchObject({ name: 'Adviesraad', mandate: 'Adviseert het college.', targetSize: 15, terms: ['t1'] })
    // Only a conversation that is over one day has an end.
    expect(formOf(fields).plannedEnd).toBeNull()
    expect(formOf({ ...fields, kind: 'session' }).plannedEnd).toBe('2026-12-24T12:00:00Z')
    expect(formOf({ ...fields, targetSize: ' ' }).targetSize).toBeNull()
    expect(formOf({ ...fields, targetSize: 'veel' }).targetSize).toBe(0)
  })

  it('sends a vacancy that says what somebody has seen, and one of which the name was cleared', () => {
    const fields = fieldsOf(network)
    const vacancies = [...fields.vacancies.map((row) => ({ ...row, name: '' })), { id: null, name: '', experience: 'Woont er.', need: 'needed' as const, wanted: 1 }]
    expect(formOf({ ...fields, vacancies }).vacancies).toHaveLength(2)
  })

  it('keeps rows without a name in the browser', () => {
    const fields = { ...fieldsOf(network), vacancies: [{ id: null, name: ' ', experience: '', need: 'needed' as const, wanted: 1 }] }
    expect(formOf(fields).vacancies).toEqual([])
  })

  it('makes another one like it, with other people and rows of its own', () => {
    const form = likeIt(network, 'Adviesraad Oost', new Set(['t1']))
    expect(likeIt(network, 'Adviesraad Oost', new Set()).terms).toEqual([])
    expect(form).toMatchObject({ name: 'Adviesraad Oost', kind: 'advisory', houseRules: 'Laat elkaar uitpraten.', plannedEnd: null })
    expect(form.vacancies).toEqual([{ id: null, name: 'Iemand onder de 25', experience: '', need: 'needed', wanted: 2 }])
  })

  it('fills in a first text and overwrites nothing that somebody typed', () => {
    const [learning, theme] = [
      { purpose: 'Leren.', houseRules: 'Vraag eerst.' },
      { purpose: 'Werken.', houseRules: 'Kom na.' },
    ] as const
    const empty = { purpose: ' ', houseRules: '' }
    expect(beginningWith(empty, learning, [learning, theme])).toEqual(learning)
    // Still as it was filled in for another kind.
    expect(beginningWith(learning, theme, [learning, theme])).toEqual(theme)
    expect(beginningWith({ ...learning, purpose: 'Van ons zelf.' }, theme, [learning, theme])).toEqual({ houseRules: 'Kom na.' })
    expect(beginningWith(theme, theme, [learning, theme])).toEqual({})
  })

  it('asks a name and a purpose before others see it', () => {
    expect(missing({ ...fieldsOf(network), name: ' ', purpose: '' }).map((one) => one.pointer)).toEqual(['/name', '/purpose'])
    expect(missing(fieldsOf(network))).toEqual([])
  })

  it('reads what a step of the room refuses as its own fields', () => {
    expect(ownPointer('/coreQuestion')).toBe('/purpose')
    expect(ownPointer('/perspectives/2/name')).toBe('/vacancies/2/name')
    expect(ownPointer('/houseRules')).toBe('/houseRules')
    expect(nameOf('/title')).toBe('network-name')
    expect(nameOf('/targetSize')).toBe('network-target-size')
  })

  it('says which texts two people wrote differently', () => {
    const mine = fieldsOf(network)
    expect(differences(mine, { ...mine, about: 'anders', targetSize: '3' })).toEqual(['about', 'targetSize'])
  })

  it('gives saved rows their ids', () => {
    const fields = { ...fieldsOf(network), vacancies: [{ id: null, name: 'Iemand onder de 25 ', experience: '', need: 'needed' as const, wanted: 2 }] }
    expect(withIds(fields, network).vacancies[0]?.id).toBe('p1')
  })
})
