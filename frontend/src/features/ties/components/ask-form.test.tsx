import { act, createEvent, fireEvent, screen, waitFor } from '@testing-library/preact'
import { afterEach, expect, it, vi } from 'vitest'
import { kept } from '@/testing/idb-keyval'
import { show } from '@/testing/render'
import { AskForm } from './ask-form'

vi.mock('idb-keyval', () => import('@/testing/idb-keyval'))

afterEach(() => {
  vi.unstubAllGlobals()
  kept.clear()
})

const network = (id: string, name: string) => ({ id, kind: 'theme', name, purpose: '', readable: true, tenant: 'ess', tenantName: 'Ess' })
const ALL = [network('n1', 'Jeugd'), network('n2', 'Sport')]

/** Looks for names, and notes what is asked. */
function form(known: string[] = []) {
  const asked: unknown[] = []
  const sought: string[] = []
  vi.stubGlobal('fetch', (url: string, init: RequestInit) => {
    if (init.method === 'POST') {
      asked.push(JSON.parse(init.body as string))
      return Promise.resolve(new Response('{}', { status: 201, headers: { 'Content-Type': 'application/json' } }))
    }
    const name = new URL(url, 'https://x').searchParams.get('name') ?? ''
    sought.push(name)
    const items = ALL.filter((one) => one.name.toLowerCase().includes(name.toLowerCase()))
    return Promise.resolve(new Response(JSON.stringify({ items }), { headers: { 'Content-Type': 'application/json' } }))
  })
  const onAsked = vi.fn()
  show(<AskForm tenant="ess" network="n0" known={new Set(known)} draft="w/tie" onAsked={onAsked} />)
  return { asked, sought, onAsked }
}
const whom = () => screen.getByLabelText<HTMLSelectElement>('Welk netwerk?')
const search = (name: string) => fireEvent.input(screen.getByLabelText('Zoek op naam'), { target: { value: name } })
const choose = async (name: string) => {
  await screen.findByRole('option', { name })
  // `fireEvent.change` makes an input event of it.
  fireEvent(whom(), createEvent.change(whom(), { target: { value: ALL.find((one) => name.startsWith(one.name))?.id } }))
}
const send = () => {
  const button = screen.getByRole('button', { name: 'Vraag om contact' })
  button.focus()
  fireEvent.click(button)
}

it('searches on Enter, at once, and asks nobody', async () => {
  const { asked, sought } = form()
  const field = await screen.findByLabelText('Zoek op naam')
  search('Spo')
  const enter = createEvent.keyDown(field, { key: 'Enter' })
  fireEvent(field, enter)
  expect(enter.defaultPrevented, 'it does not send the form').toBe(true)
  await waitFor(() => expect(sought).toContain('Spo'), { timeout: 200 })
  expect(asked).toEqual([])
})

it('asks nobody as long as nothing is chosen, and goes to the field', async () => {
  const { asked } = form()
  await screen.findByRole('option', { name: 'Jeugd (Ess)' })
  expect(whom().value).toBe('')
  send()
  expect(await screen.findByText('Kies een netwerk.')).toBeTruthy()
  await waitFor(() => expect(document.activeElement).toBe(whom()))
  expect(asked).toEqual([])
  await choose('Sport (Ess)')
  expect(screen.queryByText('Kies een netwerk.')).toBeNull()
})

it('keeps in sight what was chosen when something else is looked for, and asks that', async () => {
  const { asked, onAsked } = form()
  await choose('Sport (Ess)')
  search('Jeu')
  await waitFor(() => expect(screen.getAllByRole('option').map((one) => one.textContent)).toEqual(['Kies een netwerk', 'Sport (Ess)', 'Jeugd (Ess)']))
  expect(whom().value).toBe('n2')
  search('zzz')
  expect(await screen.findByText('Geen netwerk gevonden met deze letters in de naam.')).toBeTruthy()
  expect(whom().value).toBe('n2')
  fireEvent.input(screen.getByLabelText('Waarom zoekt u contact?'), { target: { value: 'Samen.' } })
  send()
  await waitFor(() => expect(onAsked).toHaveBeenCalled())
  expect(asked).toEqual([{ network: 'n2', motivation: 'Samen.' }])
})

const noord = { items: [{ id: 'n2', name: 'Noord', tenant: 'ess', tenantName: 'Essen', purpose: '', readable: true }], next: null }
const open = () => show(<AskForm tenant="ess" network="n1" known={new Set()} draft="me/tie-n1" onAsked={() => undefined} />)

it('keeps the form that is being written when what it chooses from could not be fetched again', async () => {
  let away = false
  vi.stubGlobal('fetch', () => (away ? Promise.reject(new TypeError('network')) : Promise.resolve(new Response(JSON.stringify(noord)))))
  open()
  await screen.findByRole('option', { name: 'Noord (Essen)' })
  const why = screen.getByLabelText<HTMLTextAreaElement>(/^Waarom zoekt u contact/)
  fireEvent.input(why, { target: { value: 'Wij werken aan hetzelfde plein.' } })
  away = true
  // Whoever comes back to the window has everything looked at again.
  await act(() => void dispatchEvent(new Event('visibilitychange')))
  expect((await screen.findByRole('alert')).textContent).toContain('Er kwam geen antwoord')
  expect(why.isConnected).toBe(true)
  expect(why.value).toBe('Wij werken aan hetzelfde plein.')
})

it('says that there is nothing to choose from as long as nothing came', async () => {
  vi.stubGlobal('fetch', () => Promise.reject(new TypeError('network')))
  open()
  expect((await screen.findByRole('alert')).textContent).toContain('Er kwam geen antwoord')
  expect(screen.queryByRole('textbox')).toBeNull()
})
