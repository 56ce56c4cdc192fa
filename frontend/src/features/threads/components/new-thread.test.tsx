import { fireEvent, screen, waitFor } from '@testing-library/preact'
import { expect, it, vi } from 'vitest'
import type { Issue } from '@/api/types'
import { fakeBrowser } from '@/testing/browser'
import { show } from '@/testing/render'
import NewThread from './new-thread'

vi.mock('idb-keyval', () => import('@/testing/idb-keyval'))

it('goes to the title that is missing, from the button and from the text', async () => {
  fakeBrowser()
  const refusal = { code: 'request.invalid', detail: '', errors: [{ pointer: '/title', code: 'field.missing', detail: 'Vul dit in.' }] }
  vi.stubGlobal('fetch', (_: string, init: RequestInit) => Promise.resolve(new Response(JSON.stringify(init.method === 'POST' ? refusal : {}), { status: 400 })))
  const issue = { id: 'i1', regime: 'open', visibility: 'public', joined: [], perspectives: [], can: {} } as unknown as Issue
  show(<NewThread tenant="ess" issue={issue} organisation={null} retention={null} onStarted={vi.fn()} />)
  fireEvent.click(screen.getByRole('button', { name: 'Nieuw gesprek beginnen' }))
  const title = screen.getByLabelText('Waar gaat dit gesprek over?')
  const button = screen.getByRole('button', { name: 'Nieuw gesprek beginnen' })
  button.focus()
  fireEvent.click(button)
  await waitFor(() => expect(document.activeElement).toBe(title))
  const text = screen.getByLabelText('Eerste bijdrage')
  text.focus()
  fireEvent.keyDown(text, { key: 'Enter', ctrlKey: true })
  await waitFor(() => expect(document.activeElement).toBe(title))
})
