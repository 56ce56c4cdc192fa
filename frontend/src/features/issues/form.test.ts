import { expect, it } from 'vitest'
import type { Issue, IssueTemplate } from '@/api/types'
import { differences, fieldsOf, filledBy, formOf, missing, readsLike, type Row, withIds } from './form'

const issue: Issue = {
  id: 'i',
  kind: 'issue',
  tenant: 'ess',
  title: 'Rust op het plein',
  coreQuestion: 'Hoe?',
  state: 'draft',
  visibility: 'public',
  regime: 'open',
  terms: [{ id: 't1', kind: 'theme', key: 'jeugd', name: 'Jeugd' }],
  joined: [],
  createdAt: '2026-01-01T00:00:00Z',
  stateAt: '2026-01-01T00:00:00Z',
  whyNow: '',
  whyOne: '',
  background: '',
  backgroundHtml: '',
  plannedEnd: '2026-03-18T12:00:00Z',
  perspectives: [{ id: 'p1', name: 'Ouders', experience: '', need: 'needed', wanted: 2, gap: 'wanted' }],
  nextStates: [],
  can: { change: true, invite: false, raiseHand: false, nominate: false, openThread: false, writeOutcome: false, seeParticipants: true, seeReach: true, leave: false, manage: false },
  version: 1,
}

const ROW: Row = { id: null, name: 'Ouders', experience: '', need: 'needed', wanted: 2 }

it('keeps what the server knows through the editor and back', () => {
  expect(formOf(fieldsOf(issue))).toMatchObject({ title: 'Rust op het plein', plannedEnd: '2026-03-18T12:00:00Z', terms: ['t1'], perspectives: [{ id: 'p1', name: 'Ouders', wanted: 2 }] })
})

it('does not send rows that have no name yet', () => {
  const fields = { ...fieldsOf(issue), perspectives: [{ ...ROW, name: ' ' }] }
  expect(formOf(fields).perspectives).toEqual([])
})

it('gives a new row the id that the server gave it, so that saving again does not double it', () => {
  const fields = { ...fieldsOf(issue), perspectives: [ROW] }
  expect(withIds(fields, issue).perspectives[0]?.id).toBe('p1')
})

it('sends a row that says what somebody has seen, so that it is not lost for want of a name', () => {
  const fields = { ...fieldsOf(issue), perspectives: [{ ...ROW, name: '', experience: 'Staat er elke dag.' }] }
  expect(formOf(fields).perspectives).toHaveLength(1)
})

it('gives two rows of one name an id each', () => {
  const saved: Issue = { ...issue, perspectives: ['p2', 'p3'].map((id) => ({ id, name: 'Ouders', experience: '', need: 'needed', wanted: 2, gap: 'wanted' })) }
  const fields = { ...fieldsOf(issue), perspectives: [ROW, { ...ROW, need: 'welcome' as const }] }
  expect(withIds(fields, saved).perspectives.map((row) => row.id)).toEqual(['p2', 'p3'])
})

it('knows what is missing before others see it', () => {
  expect(missing(fieldsOf(issue))).toEqual([
    { pointer: '/whyNow', code: 'text.empty' },
    { pointer: '/whyOne', code: 'issue.why-one-missing' },
  ])
  expect(missing({ ...fieldsOf(issue), whyNow: 'Nu', whyOne: 'Alleen zij' })).toEqual([])
  expect(missing({ ...fieldsOf(issue), whyNow: 'Nu', perspectives: [ROW, { ...ROW, name: 'Buren' }] })).toEqual([])
  expect(missing({ ...fieldsOf(issue), whyNow: 'Nu', perspectives: [{ ...ROW, name: ' ' }] })).toEqual([{ pointer: '/perspectives', code: 'issue.perspectives-missing' }])
})

it('names the texts on which two writers differ', () => {
  expect(differences(fieldsOf(issue), { ...fieldsOf(issue), whyNow: 'Nu' })).toEqual(['whyNow'])
  expect(differences(fieldsOf(issue), { ...fieldsOf(issue), perspectives: [] })).toEqual(['perspectives'])
  expect(differences(fieldsOf(issue), { ...fieldsOf(issue), title: ' Rust op het plein', visibility: 'invited' })).toEqual(['visibility'])
})

const TEMPLATE: IssueTemplate = {
  name: 'Jongeren en onvrede',
  key: 'youth',
  about: '',
  coreQuestion: 'Wat maakt dat jongeren afhaken?',
  whyNow: 'De klachten nemen toe.',
  background: '## Waar',
  perspectives: [
    { name: 'ouders ', experience: 'Praatte thuis met een jongere.', need: 'welcome', wanted: 4 },
    { name: 'Jongere', experience: 'Komt op de plek.', need: 'needed', wanted: 3 },
  ],
}

it('fills in what is empty from a template, and overwrites nothing that was typed', () => {
  const changes = filledBy(fieldsOf(issue), TEMPLATE)
  expect(changes).toEqual({
    whyNow: 'De klachten nemen toe.',
    background: '## Waar',
    perspectives: [
      { id: 'p1', name: 'Ouders', experience: 'Praatte thuis met een jongere.', need: 'needed', wanted: 2 },
      { id: null, name: 'Jongere', experience: 'Komt op de plek.', need: 'needed', wanted: 3 },
    ],
  })
  expect(filledBy({ ...fieldsOf(issue), ...changes }, TEMPLATE)).toEqual({})
  const mine = { ...fieldsOf(issue), perspectives: [{ ...ROW, experience: 'Zelf getypt.' }] }
  expect(filledBy(mine, TEMPLATE).perspectives?.[0]?.experience).toBe('Zelf getypt.')
})

it('leaves no more rows than an issue may have', () => {
  const many = Array.from({ length: 19 }, (_, at) => ({ ...ROW, name: `Groep ${String(at)}` }))
  expect(filledBy({ ...fieldsOf(issue), perspectives: many }, TEMPLATE).perspectives).toHaveLength(20)
})

it('knows whether anything was typed since', () => {
  const before = fieldsOf(issue)
  expect(readsLike(before, { ...before, perspectives: [ROW] })).toBe(true)
  expect(readsLike(before, { ...before, whyNow: 'Nu' })).toBe(false)
})
