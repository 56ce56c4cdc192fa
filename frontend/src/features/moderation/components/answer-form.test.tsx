import { fireEvent, screen, within } from '@testing-library/preact'
import { beforeEach, expect, it, vi } from 'vitest'
import type { ModerationCase } from '@/api/types'
import { fakeBrowser } from '@/testing/browser'
import { show } from '@/testing/render'
import { AnswerForm } from './answer-form'

vi.mock('idb-keyval', () => import('@/testing/idb-keyval'))

beforeEach(() => {
  fakeBrowser()
  HTMLDialogElement.prototype.showModal = function (this: HTMLDialogElement) {
    this.open = true
  }
})

it('says all that is missing at once, and reads the answer once more before it goes', async () => {
  const answered = vi.fn()
  vi.stubGlobal('fetch', (url: string, { body }: RequestInit) => {
    if (url.endsWith('_answer')) answered(JSON.parse(body as string))
    return Promise.resolve(new Response('{"items":[],"version":0}'))
  })
  show(<AnswerForm tenant="ess" found={{ id: 'c1', about: 'post' } as ModerationCase} appeal={{ id: 'a1', side: 'author' } as ModerationCase['appeals'][number]} owner="w" onDone={vi.fn()} onOvertaken={vi.fn()} />)
  fireEvent.click(screen.getByRole('button', { name: 'Antwoorden' }))
  const all = await screen.findByRole('group', { name: 'Wat er nog niet klopt' })
  expect(within(all).getAllByRole('link').map((one) => one.textContent)).toEqual(['Heeft die persoon gelijk?: Kies eerst.', 'Waarom?: Vul dit in.'])
  await vi.waitFor(() => expect(document.activeElement).toBe(all))
  fireEvent.click(screen.getByLabelText('Nee: het besluit blijft'))
  fireEvent.input(screen.getByLabelText('Waarom?'), { target: { value: 'Het klopte.' } })
  await vi.waitFor(() => expect(screen.queryByRole('link')).toBeNull())
  fireEvent.click(screen.getByRole('button', { name: 'Antwoorden' }))
  const dialog = await screen.findByRole('dialog', { name: 'Verstuurt u dit antwoord?' })
  expect(document.getElementById(dialog.getAttribute('aria-describedby') ?? '')?.textContent).toContain('Nee: het besluit blijft')
  expect(answered).not.toHaveBeenCalled()
  fireEvent.click(screen.getByRole('button', { name: 'Ja, verstuur dit antwoord' }))
  await vi.waitFor(() => expect(answered).toHaveBeenCalledWith({ appeal: 'a1', granted: false, facts: 'Het klopte.' }))
})
