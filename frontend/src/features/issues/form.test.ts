import { expect, it } from 'vitest'
import type { Issue } from '@/api/types'
import { differences, fieldsOf, formOf, missing, withIds } from './form'

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
  createdAt: '2026-01-01T00:00:00Z',
  stateAt: '2026-01-01T00:00:00Z',
  whyNow: '',
  background: '',
  backgroundHtml: '',
  plannedEnd: '2026-03-18T12:00:00Z',
  perspectives: [{ id: 'p1', name: 'Ouders', wanted: 2, gap: 'wanted' }],
  nextStates: [],
  can: { change: true, invite: false, raiseHand: false, openThread: false, writeOutcome: false, seeParticipants: true, seeReach: true, leave: false, manage: false },
  version: 1,
}

it('keeps what the server knows through the editor and back', () => {
  expect(formOf(fieldsOf(issue))).toMatchObject({ title: 'Rust op het plein', plannedEnd: '2026-03-18T12:00:00Z', terms: ['t1'], perspectives: [{ id: 'p1', name: 'Ouders', wanted: 2 }] })
})

it('does not send rows that have no name yet', () => {
  const fields = { ...fieldsOf(issue), perspectives: [{ id: null, name: ' ', wanted: 1 }] }
  expect(formOf(fields).perspectives).toEqual([])
})

it('gives a new row the id that the server gave it, so that saving again does not double it', () => {
  const fields = { ...fieldsOf(issue), perspectives: [{ id: null, name: 'Ouders', wanted: 2 }] }
  expect(withIds(fields, issue).perspectives[0]?.id).toBe('p1')
})

it('knows what is missing before others see it', () => {
  expect(missing(fieldsOf(issue))).toEqual([{ pointer: '/whyNow', code: 'text.empty' }])
  expect(missing({ ...fieldsOf(issue), whyNow: 'Nu', perspectives: [{ id: null, name: ' ', wanted: 1 }] })).toEqual([{ pointer: '/perspectives', code: 'issue.perspectives-missing' }])
})

it('names the texts on which two writers differ', () => {
  expect(differences(fieldsOf(issue), { ...fieldsOf(issue), whyNow: 'Nu' })).toEqual(['whyNow'])
})
