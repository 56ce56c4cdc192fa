import { fireEvent, screen, waitFor } from '@testing-library/preact'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import type { Me } from '@/api/types'
import { kept } from '@/testing/idb-keyval'
import { show } from '@/testing/render'
import AskCapacity from './ask-capacity'

vi.mock('idb-keyval', () => import('@/testing/idb-keyval'))

const MEMBERSHIPS = [{ tenant: 'ess', tenantName: 'Expertise-unit', role: 'convener' }] as unknown as Me['memberships']
const PART = { name: 'Marieke', capacity: 'personal', organisation: null, organisationName: null, perspective: 'p1' }
const ISSUE = { id: 'i1', perspectives: [{ id: 'p1', name: 'Omwonende' }] }
const sent: unknown[] = []
const onChosen = vi.fn()

beforeEach(() => {
  sent.length = 0
  vi.stubGlobal('fetch', (path: string, init: RequestInit) => {
    if (init.method === 'PUT') sent.push(JSON.parse(init.body as string))
    return Promise.resolve(new Response(JSON.stringify(path.endsWith('_me') ? PART : ISSUE)))
  })
})
afterEach(() => {
  vi.unstubAllGlobals()
  kept.clear()
  onChosen.mockReset()
})

const enter = () => show(<AskCapacity tenant="ess" issue="i1" name="ik/speaks-i1" memberships={MEMBERSHIPS} onChosen={onChosen} />)
const press = (name: string) => fireEvent.click(screen.getByRole('button', { name }))
const question = () => screen.queryByRole('heading', { name: 'Hoe spreekt u hier?' })

it('asks whoever runs an issue how they speak, and keeps the perspective as it was', async () => {
  enter()
  await waitFor(() => expect(question()).toBeTruthy())
  press('Kies hoe u spreekt')
  fireEvent.click(await screen.findByLabelText(/^Als ambtenaar/))
  press('Opslaan')
  await waitFor(() => expect(sent).toEqual([{ perspective: 'p1', capacity: 'official', organisation: 'ess' }]))
  await waitFor(() => expect(question()).toBeNull())
  expect(onChosen).toHaveBeenCalledTimes(1)
})

it('asks no more after it was left as it is', async () => {
  const { unmount } = enter()
  await waitFor(() => expect(question()).toBeTruthy())
  press('Zo laten')
  expect(question()).toBeNull()
  await waitFor(() => expect(kept.size).toBe(1))
  unmount()
  enter()
  await new Promise((done) => setTimeout(done))
  expect(question()).toBeNull()
  expect(sent).toEqual([])
})

it('asks again when the choice was only looked at', async () => {
  enter()
  await waitFor(() => expect(question()).toBeTruthy())
  press('Kies hoe u spreekt')
  await screen.findByRole('dialog')
  press('Annuleren')
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
  expect(question()).toBeTruthy()
  expect(onChosen).not.toHaveBeenCalled()
})
