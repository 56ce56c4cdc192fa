import { fireEvent, screen, waitFor } from '@testing-library/preact'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { onAnnouncement } from '@/lib/announcer'
import { fakeBrowser } from '@/testing/browser'
import { show } from '@/testing/render'
import OrientationPage from './orientation-page'

vi.mock('idb-keyval', () => import('@/testing/idb-keyval'))

beforeEach(() => {
  fakeBrowser()
  HTMLDialogElement.prototype.showModal = vi.fn()
})

afterEach(() => vi.unstubAllGlobals())

it('says that an opinion is taken back', async () => {
  const own = { question: 'right', questionNote: '', missing: '', advice: 'widen', adviceNote: '', givenAt: '2026-11-28T10:00:00Z' }
  const answers: Record<string, object> = { evaluations: { asked: null, askedAt: '2026-11-20T10:00:00Z', mayAnswer: false, mayAsk: false, own, items: [] }, 'issues/i1': { id: 'i1', title: 'Het plein', coreQuestion: 'Wat helpt?', can: {} } }
  vi.stubGlobal('fetch', (path: string, init?: RequestInit) =>
    Promise.resolve(init?.method === 'DELETE' ? new Response(null, { status: 204 }) : new Response(JSON.stringify(Object.entries(answers).find(([end]) => path.endsWith(end))?.[1] ?? {}))),
  )
  const heard: string[] = []
  const deaf = onAnnouncement((sentence) => heard.push(sentence))
  show(<OrientationPage tenant="ess" issue="i1" />)
  fireEvent.click(await screen.findByRole('button', { name: 'Neem mijn oordeel terug' }))
  fireEvent.click(document.querySelector('dialog button') as HTMLElement)
  await waitFor(() => expect(heard).toEqual(['Uw oordeel is teruggenomen.']))
  deaf()
})
