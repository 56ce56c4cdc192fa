import { fireEvent, screen, waitFor } from '@testing-library/preact'
import { expect, it, vi } from 'vitest'
import { Problem } from '@/api/problems'
import { show } from '@/testing/render'
import { ReportForm } from './report-post'

vi.mock('idb-keyval', () => import('@/testing/idb-keyval'))

const described = (element: Element) => (element.getAttribute('aria-describedby') ?? '').split(' ').map((id) => document.getElementById(id)?.textContent)
const press = () => {
  const button = screen.getByRole('button', { name: 'Melden' })
  button.focus()
  fireEvent.click(button)
}

it('says at the reasons, and at the box, what is missing there', async () => {
  HTMLDialogElement.prototype.showModal = function (this: HTMLDialogElement) {
    this.open = true
  }
  const refuse = () => Promise.reject(new Problem(400, { errors: [{ pointer: '/statedTrue', code: 'moderation.good-faith', detail: 'Zet hier een vinkje.' }] }, new Headers()))
  show(<ReportForm title="Melden" hint="Waarom?" draft="w/report" onReport={refuse} onClose={vi.fn()} />)
  expect(described(screen.getByRole('dialog'))[0]).toContain('Niemand die hier meedoet hoort dat u dit meldde')
  press()
  await waitFor(() => expect(document.activeElement).toBe(screen.getByLabelText('Het mag niet volgens de wet')))
  expect(described(screen.getByRole('group', { name: 'Wat is er mis?' }))).toEqual(['Kies wat er mis is.'])
  fireEvent.click(screen.getByLabelText('Bedreiging of geweld'))
  const box = await screen.findByLabelText(/zoals haat, bedreiging/)
  press()
  await waitFor(() => expect(document.activeElement).toBe(box))
  expect(described(box)).toEqual(['Zet hier een vinkje.'])
})
