import { fireEvent, screen } from '@testing-library/preact'
import { beforeEach, expect, it, vi } from 'vitest'
import type { ModerationCase } from '@/api/types'
import { fakeBrowser } from '@/testing/browser'
import { show } from '@/testing/render'
import { DecideForm } from './decide-form'

vi.mock('idb-keyval', () => import('@/testing/idb-keyval'))

beforeEach(fakeBrowser)

it('says of each refusal why: at its field, or above the form when it has none', async () => {
  const errors = ['act', 'warn', 'elsewhere'].map((field) => ({ pointer: `/${field}`, code: 'moderation.no-author', detail: `Niet bij ${field}.` }))
  vi.stubGlobal('fetch', (url: string) => Promise.resolve(url.endsWith('_decide') ? new Response(JSON.stringify({ code: 'x', detail: '', errors }), { status: 400 }) : new Response('{"items":[],"version":0}')))
  show(<DecideForm tenant="ess" found={{ id: 'c1', about: 'post', post: null } as unknown as ModerationCase} owner="w" onDone={vi.fn()} onOvertaken={vi.fn()} />)
  const [, , returned] = screen.getAllByRole('radio')
  fireEvent.click(returned as HTMLElement)
  await vi.waitFor(() => expect((returned as HTMLInputElement).checked).toBe(true))
  fireEvent.submit(document.querySelector('form') as HTMLFormElement)
  expect(await screen.findByText('Niet bij act.')).toBeTruthy()
  expect(screen.getByText('Niet bij warn.')).toBeTruthy()
  expect(screen.getByRole('alert').textContent).toContain('Niet bij elsewhere.')
})
