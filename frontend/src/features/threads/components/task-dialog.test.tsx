import { useQuery } from '@tanstack/react-query'
import { fireEvent, screen, waitFor } from '@testing-library/preact'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import type { Task } from '@/api/types'
import { kept } from '@/testing/idb-keyval'
import { Around, show } from '@/testing/render'
import { roomPeopleQuery } from '../api'
import TaskDialog from './task-dialog'

vi.mock('idb-keyval', () => import('@/testing/idb-keyval'))

beforeEach(() => {
  HTMLDialogElement.prototype.showModal = vi.fn()
})
afterEach(() => {
  vi.unstubAllGlobals()
  kept.clear()
})

const task = (version: number, change: Partial<Task> = {}) => ({ id: 't1', what: 'De zaal bespreken', doer: 'nobody', person: null, mine: false, name: null, dueAt: null, version, ...change }) as unknown as Task
const dialog = (now: Task, onClose = vi.fn()) => <TaskDialog tenant="ess" issue="i1" regime="open" task={now} owner="w" onClose={onClose} />
const save = () => fireEvent.click(screen.getByRole('button', { name: 'Opslaan', hidden: true }))

it('does not take a task away from who took it while it was being changed', async () => {
  const sent: (string | null)[] = []
  vi.stubGlobal('fetch', (_: string, init: RequestInit) => {
    if (init.method !== 'PUT') return Promise.resolve(new Response('{"items":[]}'))
    const from = new Headers(init.headers).get('If-Match')
    sent.push(from)
    const isLate = from === '"1"'
    return Promise.resolve(new Response(JSON.stringify(isLate ? { detail: 'Iemand was u voor.', code: 'precondition.failed', errors: [] } : task(3)), { status: isLate ? 412 : 200, headers: { 'Content-Type': 'application/json' } }))
  })
  const onClose = vi.fn()
  const { rerender } = show(dialog(task(1), onClose))
  fireEvent.input(screen.getByLabelText('Wat moet er gebeuren?'), { target: { value: 'De grote zaal bespreken' } })
  // Somebody takes it, and the page hears so.
  rerender(<Around>{dialog(task(2, { doer: 'person', name: 'Fatima' }), onClose)}</Around>)
  save()
  await screen.findByText(/Fatima/)
  expect(onClose).not.toHaveBeenCalled()
  fireEvent.click(screen.getByRole('button', { name: 'Mijn tekst houden', hidden: true }))
  save()
  await waitFor(() => expect(onClose).toHaveBeenCalled())
  expect(sent).toEqual(['"1"', '"2"'])
})

it('offers who takes part, also when the conversation has asked for them already', async () => {
  vi.stubGlobal('fetch', () => Promise.resolve(new Response(JSON.stringify({ items: [{ person: 'p1', name: 'Fatima', role: 'member' }] }))))
  function Room() {
    const { data } = useQuery(roomPeopleQuery('ess', 'i1'))
    return data ? dialog(task(1)) : null
  }
  show(<Room />)
  expect(await screen.findByRole('option', { name: 'Fatima', hidden: true })).toBeTruthy()
})
