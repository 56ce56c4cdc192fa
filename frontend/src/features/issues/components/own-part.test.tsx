import { fireEvent, screen, waitFor } from '@testing-library/preact'
import { afterEach, expect, it, vi } from 'vitest'
import type { Issue, Me } from '@/api/types'
import { show } from '@/testing/render'
import { OwnPart } from './own-part'

const PART = { name: 'Fatima', capacity: 'personal', organisation: null, organisationName: null, perspective: 'p1' }
const ISSUE = { id: 'i1', regime: 'trusted', perspectives: [{ id: 'p1', name: 'Omwonende', wanted: 2, gap: 'almost' }] } as unknown as Issue
const MEMBERSHIPS = [{ tenant: 'ess', tenantName: 'Expertise-unit', role: 'publisher' }] as unknown as Me['memberships']

const answer = (body: unknown) => Promise.resolve(new Response(JSON.stringify(body), { headers: { 'Content-Type': 'application/json' } }))

afterEach(() => vi.unstubAllGlobals())

it('shows one’s own perspective, and takes it back when asked', async () => {
  const sent: unknown[] = []
  vi.stubGlobal('fetch', (_: string, init: RequestInit) => {
    if (init.method !== 'PUT') return answer(PART)
    sent.push(JSON.parse(init.body as string))
    return answer({ ...PART, capacity: 'official', organisation: 'ess', organisationName: 'Expertise-unit', perspective: null })
  })
  show(<OwnPart tenant="ess" issue={ISSUE} memberships={MEMBERSHIPS} />)
  await screen.findByText('Omwonende')
  fireEvent.click(screen.getByRole('button', { name: 'Aanpassen' }))
  fireEvent.click(screen.getByLabelText('Zeg ik liever niet'))
  fireEvent.click(screen.getByLabelText(/^Als ambtenaar/))
  fireEvent.click(screen.getByRole('button', { name: 'Opslaan' }))
  await waitFor(() => expect(sent).toEqual([{ perspective: null, capacity: 'official', organisation: 'ess' }]))
  await waitFor(() => expect(screen.queryByText('Omwonende')).toBeNull())
})

it('offers to speak as an official to who has a task at the organisation or was invited as one, and not to each member', async () => {
  vi.stubGlobal('fetch', () => answer(PART))
  const member = [{ tenant: 'ess', tenantName: 'Expertise-unit', role: 'member' }] as unknown as Me['memberships']
  const { unmount } = show(<OwnPart tenant="ess" issue={ISSUE} memberships={member} />)
  fireEvent.click(await screen.findByRole('button', { name: 'Aanpassen' }))
  expect(screen.getByLabelText(/^Namens Expertise-unit/)).toBeTruthy()
  expect(screen.queryByLabelText(/^Als ambtenaar/)).toBeNull()
  unmount()

  show(<OwnPart tenant="ess" issue={{ ...ISSUE, role: 'official' } as Issue} memberships={member} />)
  fireEvent.click(await screen.findByRole('button', { name: 'Aanpassen' }))
  expect(screen.getByLabelText(/^Als ambtenaar/)).toBeTruthy()
})

it('sends another name only when one was typed, and asks for none where names are not shown', async () => {
  const sent: unknown[] = []
  vi.stubGlobal('fetch', (_: string, init: RequestInit) => {
    if (init.method !== 'PUT') return answer(PART)
    sent.push(JSON.parse(init.body as string))
    return answer({ ...PART, name: 'Fatima B.' })
  })
  const { unmount } = show(<OwnPart tenant="ess" issue={ISSUE} memberships={MEMBERSHIPS} />)
  fireEvent.click(await screen.findByRole('button', { name: 'Aanpassen' }))
  fireEvent.input(screen.getByLabelText(/^Uw naam/), { target: { value: 'Fatima B.' } })
  fireEvent.click(screen.getByRole('button', { name: 'Opslaan' }))
  await waitFor(() => expect(sent).toEqual([{ perspective: 'p1', capacity: 'personal', organisation: null, name: 'Fatima B.' }]))
  await screen.findByText('Fatima B.')
  unmount()

  show(<OwnPart tenant="ess" issue={{ ...ISSUE, regime: 'confidential' } as Issue} memberships={MEMBERSHIPS} />)
  fireEvent.click(await screen.findByRole('button', { name: 'Aanpassen' }))
  expect(screen.queryByLabelText(/^Uw naam/)).toBeNull()
})

it('leaves somebody who speaks for an organisation that is not here as they speak, unless they say so', async () => {
  const part = { ...PART, capacity: 'official', organisationName: 'Waterschap' }
  const refusal = { code: 'request.invalid', detail: '', errors: [{ pointer: '/organisation', code: 'invitation.no-member', detail: 'U hoort daar niet bij.' }] }
  const sent: unknown[] = []
  vi.stubGlobal('fetch', (_: string, init: RequestInit) => {
    if (init.method !== 'PUT') return answer(part)
    sent.push(JSON.parse(init.body as string))
    return Promise.resolve(new Response(JSON.stringify(refusal), { status: 400 }))
  })
  show(<OwnPart tenant="ess" issue={ISSUE} memberships={MEMBERSHIPS} />)
  await screen.findByText('Omwonende')
  const save = () => {
    const button = screen.getByRole('button', { name: 'Opslaan' })
    button.focus()
    fireEvent.click(button)
  }
  fireEvent.click(screen.getByRole('button', { name: 'Aanpassen' }))
  expect(screen.getByLabelText<HTMLInputElement>('Als ambtenaar, Waterschap').checked).toBe(true)
  save()
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
  expect(sent).toEqual([])

  fireEvent.click(screen.getByRole('button', { name: 'Aanpassen' }))
  fireEvent.click(screen.getByLabelText('Zeg ik liever niet'))
  save()
  await waitFor(() => expect(sent).toEqual([{ perspective: null, capacity: 'official', organisation: null }]))
  await waitFor(() => expect(document.activeElement).toBe(screen.getByLabelText('Als ambtenaar, Waterschap')))
  expect(screen.getByText('U hoort daar niet bij.')).toBeTruthy()
})
