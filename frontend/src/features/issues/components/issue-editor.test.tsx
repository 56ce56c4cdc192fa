import { fireEvent, screen } from '@testing-library/preact'
import { beforeEach, expect, it, vi } from 'vitest'
import type { Issue } from '@/api/types'
import { fakeBrowser } from '@/testing/browser'
import { show } from '@/testing/render'
import { IssueEditor } from './issue-editor'

const PROPOSAL: Issue = {
  id: 'i1',
  kind: 'issue',
  tenant: 'ess',
  title: 'Rust op het plein',
  coreQuestion: 'Hoe?',
  state: 'proposed',
  visibility: 'public',
  regime: 'open',
  terms: [],
  joined: [],
  createdAt: '2026-01-01T00:00:00Z',
  stateAt: '2026-01-01T00:00:00Z',
  whyNow: '',
  whyOne: '',
  background: '',
  backgroundHtml: '',
  perspectives: [],
  nextStates: [],
  can: { change: true, invite: false, raiseHand: false, nominate: false, openThread: false, writeOutcome: false, seeParticipants: true, seeReach: true, leave: false, manage: false },
  version: 1,
}
const onDone = vi.fn()

beforeEach(() => {
  fakeBrowser()
  onDone.mockReset()
  vi.stubGlobal('fetch', (_: string, init: RequestInit) => Promise.resolve(new Response(JSON.stringify(init.method === 'PATCH' ? { code: 'denied', detail: 'Dit mag u hier niet doen.' } : {}), { status: init.method === 'PATCH' ? 403 : 404 })))
})

it('says why a text is refused as a whole, keeps it in sight and lets its writer leave', async () => {
  show(<IssueEditor tenant="ess" issue={PROPOSAL} themes={[]} regions={[]} reload={() => Promise.resolve(PROPOSAL)} onSaved={() => undefined} onMoved={() => undefined} onDone={onDone} />)
  const title = screen.getByLabelText<HTMLInputElement>('Titel')
  fireEvent.input(title, { target: { value: 'Rust op het plein, ook in de avond' } })
  fireEvent.click(screen.getByRole('button', { name: 'Klaar, bekijk de pagina' }))
  expect((await screen.findByRole('alert')).textContent).toContain('Dit mag u hier niet doen.')
  expect(title.value).toBe('Rust op het plein, ook in de avond')
  expect(onDone).not.toHaveBeenCalled()
  fireEvent.click(screen.getByRole('button', { name: 'Weggaan zonder te bewaren' }))
  expect(onDone).toHaveBeenCalledOnce()
})

it('asks of whoever proposes the question and the groups, and folds the rest away', () => {
  show(<IssueEditor tenant="ess" issue={{ ...PROPOSAL, state: 'draft' }} themes={[]} regions={[]} reload={() => Promise.resolve(PROPOSAL)} onSaved={() => undefined} onMoved={() => undefined} onDone={onDone} />)
  expect(screen.getByLabelText('Groep 1')).toBeTruthy()
  expect(screen.queryByLabelText('Hoeveel mensen')).toBeNull()
  expect(screen.queryByText('Beginnen met een voorbeeld')).toBeNull()
  const folded = screen.getByText('Meer vertellen (hoeft niet)').closest('details')
  expect(folded?.open).toBe(false)
  expect(folded?.contains(screen.getByLabelText('Gesprek met schuilnamen'))).toBe(true)
})

it('unfolds what is wrong there', async () => {
  const refusal = { code: 'input.invalid', detail: '', errors: [{ pointer: '/terms/0', code: 'term.unknown', detail: 'Dit thema is er niet meer.' }] }
  vi.stubGlobal('fetch', () => Promise.resolve(new Response(JSON.stringify(refusal), { status: 422 })))
  show(<IssueEditor tenant="ess" issue={PROPOSAL} themes={[]} regions={[]} reload={() => Promise.resolve(PROPOSAL)} onSaved={() => undefined} onMoved={() => undefined} onDone={onDone} />)
  fireEvent.input(screen.getByLabelText('Titel'), { target: { value: 'Rust op het plein, ook in de avond' } })
  fireEvent.click(screen.getByRole('button', { name: 'Klaar, bekijk de pagina' }))
  expect(await screen.findByText(/Dit thema is er niet meer/)).toBeTruthy()
  expect(screen.getByText('Meer vertellen (hoeft niet)').closest('details')?.open).toBe(true)
})

it('says where nobody is named that a name in the text is', () => {
  const hint = 'Schrijf geen namen van mensen. Een naam in de tekst wordt niet verborgen.'
  show(<IssueEditor tenant="ess" issue={PROPOSAL} themes={[]} regions={[]} reload={() => Promise.resolve(PROPOSAL)} onSaved={() => undefined} onMoved={() => undefined} onDone={onDone} />)
  expect(screen.queryByText(hint)).toBeNull()
  fireEvent.click(screen.getByLabelText('Gesprek met schuilnamen'))
  expect(screen.getByText(hint)).toBeTruthy()
})
