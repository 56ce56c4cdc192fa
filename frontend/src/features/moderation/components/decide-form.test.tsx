import { fireEvent, screen, within } from '@testing-library/preact'
import { beforeEach, expect, it, vi } from 'vitest'
import type { ModerationCase } from '@/api/types'
import { fakeBrowser } from '@/testing/browser'
import { show } from '@/testing/render'
import { DecideForm } from './decide-form'

vi.mock('idb-keyval', () => import('@/testing/idb-keyval'))

beforeEach(() => {
  fakeBrowser()
  HTMLDialogElement.prototype.showModal = function (this: HTMLDialogElement) {
    this.open = true
  }
})

const submit = async () => {
  // What was just typed is on the page first.
  await new Promise((done) => setTimeout(done))
  fireEvent.submit(document.querySelector('form') as HTMLFormElement)
}
const fill = (label: string, value: string) => fireEvent.input(screen.getByLabelText(label), { target: { value } })
const restOn = (ground: string) => {
  const select = screen.getByLabelText<HTMLSelectElement>('Waarop rust dit?')
  select.value = ground
  // `fireEvent.change` makes an input event of it.
  select.dispatchEvent(new Event('change', { bubbles: true }))
}
const choose = async (name: string) => {
  const choice = screen.getByRole<HTMLInputElement>('radio', { name })
  fireEvent.click(choice)
  await vi.waitFor(() => expect(choice.checked).toBe(true))
}

it('says of each refusal why: at its field, or above the form when it has none', async () => {
  const errors = ['act', 'warn', 'elsewhere'].map((field) => ({ pointer: `/${field}`, code: 'moderation.no-author', detail: `Niet bij ${field}.` }))
  vi.stubGlobal('fetch', (url: string) => Promise.resolve(url.endsWith('_decide') ? new Response(JSON.stringify({ code: 'x', detail: '', errors }), { status: 400 }) : new Response('{"items":[],"version":0}')))
  show(<DecideForm tenant="ess" found={{ id: 'c1', about: 'post', post: null } as unknown as ModerationCase} owner="w" onDone={vi.fn()} onOvertaken={vi.fn()} />)
  await choose('Terug naar de schrijver, om aan te passen')
  restOn('rules')
  fill('Welke regel of wet?', 'Huisregel 2')
  fill('Waarom?', 'Te fel.')
  await submit()
  fireEvent.click(await screen.findByRole('button', { name: 'Ja, neem dit besluit' }))
  const all = await screen.findByRole('group', { name: 'Wat er nog niet klopt' })
  expect(screen.queryByRole('dialog')).toBeNull()
  expect(within(all).getAllByRole('listitem').map((one) => one.textContent)).toEqual(['Wat gebeurt er met de bijdrage?: Niet bij act.', 'En de schrijver?: Niet bij warn.', 'Niet bij elsewhere.'])
  expect(screen.getByText('Niet bij act.')).toBeTruthy()
  expect(screen.getByText('Niet bij warn.')).toBeTruthy()
})

it('says all that is missing at once, each time one presses, and asks nothing before that is there', async () => {
  const sent = vi.fn(() => Promise.resolve(new Response('{"items":[],"version":0}')))
  vi.stubGlobal('fetch', sent)
  show(<DecideForm tenant="ess" found={{ id: 'c2', about: 'post', post: null } as unknown as ModerationCase} owner="w" onDone={vi.fn()} onOvertaken={vi.fn()} />)
  await choose('Verwijderen')
  await submit()
  const all = await screen.findByRole('group', { name: 'Wat er nog niet klopt' })
  expect(within(all).getAllByRole('link').map((one) => one.textContent)).toEqual(['Waarop rust dit?: Kies of dit op de wet rust of op de huisregels.', 'Welke regel of wet?: Vul dit in.', 'Waarom?: Vul dit in.'])
  await vi.waitFor(() => expect(document.activeElement).toBe(all))
  fill('Welke regel of wet?', 'Huisregel 2')
  await vi.waitFor(() => expect(screen.getAllByRole('link').length).toBe(2))
  await submit()
  await vi.waitFor(() => expect(document.activeElement?.getAttribute('role')).toBe('group'))
  expect(screen.queryByRole('dialog')).toBeNull()
})

it('reads once more what follows from a measure, and sends at once what leaves all as it is', async () => {
  const decided = vi.fn()
  vi.stubGlobal('fetch', (url: string, { body }: RequestInit) => {
    if (url.endsWith('_decide')) decided(JSON.parse(body as string))
    return Promise.resolve(new Response('{"items":[],"version":0}'))
  })
  show(<DecideForm tenant="ess" found={{ id: 'c3', about: 'post', post: null } as unknown as ModerationCase} owner="w" onDone={vi.fn()} onOvertaken={vi.fn()} />)
  await choose('Blijft staan')
  fireEvent.click(screen.getByLabelText('Waarschuwen dat dit niet nog eens mag'))
  restOn('law')
  fill('Welke regel of wet?', 'Artikel 137c')
  fill('Waarom?', 'Te fel.')
  await submit()
  const dialog = await screen.findByRole('dialog', { name: 'Neemt u dit besluit?' })
  const what = document.getElementById(dialog.getAttribute('aria-describedby') ?? '')
  expect(what?.textContent).toContain('Waarschuwen dat dit niet nog eens mag')
  expect(what?.textContent).toContain('Dit gebeurt meteen.')
  expect(decided).not.toHaveBeenCalled()
  fireEvent.click(screen.getByRole('button', { name: 'Annuleren' }))
  fireEvent.click(screen.getByLabelText('Waarschuwen dat dit niet nog eens mag'))
  await vi.waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
  await submit()
  await vi.waitFor(() => expect(decided).toHaveBeenCalledWith(expect.objectContaining({ act: 'leave', warn: false })))
  expect(screen.queryByRole('dialog')).toBeNull()
})
