import { fireEvent, screen, waitFor } from '@testing-library/preact'
import { beforeEach, expect, it, vi } from 'vitest'
import { Problem } from '@/api/problems'
import { kept } from '@/testing/idb-keyval'
import { show } from '@/testing/render'
import { HallForm } from './hall-form'
import { NominateDialog } from './nominate-dialog'
import { SheetForm } from './sheet-form'

vi.mock('idb-keyval', () => import('@/testing/idb-keyval'))

beforeEach(() => {
  kept.clear()
  HTMLDialogElement.prototype.showModal = vi.fn()
})

const refusal = (pointer: string) => ({ code: 'request.invalid', detail: '', errors: [{ pointer, code: 'field.missing', detail: 'Vul dit in.' }] })
const press = (name: string) => {
  const button = screen.getByRole('button', { name, hidden: true })
  button.focus()
  fireEvent.click(button)
}
const arrivesAt = (label: string) => waitFor(() => expect(document.activeElement).toBe(screen.getByLabelText(label)))
const refuse = () => Promise.reject(new Problem(400, refusal('/motivation'), new Headers()))

it.each([
  ['Vraag het', '/motivation', 'Waarom deze persoon?', <NominateDialog key="1" title="Voordragen" person={{ person: 'p1', name: 'Tineke' }} draft="w/nominate" send={refuse} onClose={vi.fn()} onSent={vi.fn()} />],
  ['Zaallink maken', '/place', 'Welke zaal, en wanneer?', <HallForm key="2" tenant="ess" issue="i1" draft="w/hall" onClose={vi.fn()} onMade={vi.fn()} />],
  ['Vraag iedereen op de lijst', '/sheet', 'Of plak de regels hier', <SheetForm key="3" tenant="ess" issue="i1" draft="w/sheet" onClose={vi.fn()} onSent={vi.fn()} />],
])('goes from the button ‘%s’ to the field that is refused', async (name, pointer, label, dialog) => {
  vi.stubGlobal('fetch', () => Promise.resolve(new Response(JSON.stringify(refusal(pointer)), { status: 400 })))
  show(dialog)
  const day = screen.queryByLabelText('Tot welke dag?')
  if (day) fireEvent.input(day, { target: { value: '2099-01-01' } })
  press(name)
  await arrivesAt(label)
})

it('goes to the day that is missing, as often as it is', async () => {
  show(<HallForm tenant="ess" issue="i1" draft="w/hall" onClose={vi.fn()} onMade={vi.fn()} />)
  press('Zaallink maken')
  await arrivesAt('Tot welke dag?')
  press('Zaallink maken')
  await arrivesAt('Tot welke dag?')
})
