import { fireEvent, screen, waitFor } from '@testing-library/preact'
import { beforeEach, expect, it, vi } from 'vitest'
import { NoAnswer } from '@/api/problems'
import { show } from '@/testing/render'
import { NominateDialog } from './nominate-dialog'

vi.mock('idb-keyval', () => import('@/testing/idb-keyval'))

beforeEach(() => {
  HTMLDialogElement.prototype.showModal = vi.fn()
})

it('asks again as the same when no answer came, and as another when the words are others', async () => {
  const keys: string[] = []
  const send = (_: unknown, key: string) => {
    keys.push(key)
    return Promise.reject(new NoAnswer('/v1/x'))
  }
  show(<NominateDialog title="Voordragen" person={{ person: 'p1', name: 'Tineke' }} draft="w/nominate" send={send} onClose={vi.fn()} onSent={vi.fn()} />)
  const press = async () => {
    const before = keys.length
    fireEvent.click(screen.getByRole('button', { name: 'Vraag het', hidden: true }))
    await waitFor(() => expect(keys).toHaveLength(before + 1))
    await screen.findByText(/Er kwam geen antwoord/)
  }
  const write = (value: string) => fireEvent.input(screen.getByLabelText('Waarom deze persoon?'), { target: { value } })
  write('Zij kent de brug.')
  await press()
  await press()
  write('Zij bedient de brug.')
  await press()
  expect(keys[1]).toBe(keys[0])
  expect(keys[2]).not.toBe(keys[0])
})

it('keeps about whom it is together with why, until it is sent', async () => {
  const open = (send: () => Promise<unknown>) => show(<NominateDialog title="Voordragen" draft="w/nominate-i1" send={send} onClose={vi.fn()} onSent={vi.fn()} />)
  const address = () => screen.getByLabelText<HTMLInputElement>(/E.mailadres/)
  const why = () => screen.getByLabelText<HTMLTextAreaElement>('Waarom deze persoon?')
  const first = open(vi.fn())
  fireEvent.input(address(), { target: { value: 'ben@voorbeeld.nl' } })
  fireEvent.input(why(), { target: { value: 'Hij kent de sluis.' } })
  first.unmount()
  const send = vi.fn(() => Promise.resolve())
  const second = open(send)
  await waitFor(() => expect([address().value, why().value]).toEqual(['ben@voorbeeld.nl', 'Hij kent de sluis.']))
  fireEvent.click(screen.getByRole('button', { name: 'Vraag het', hidden: true }))
  await waitFor(() => expect(send).toHaveBeenCalledWith({ email: 'ben@voorbeeld.nl', motivation: 'Hij kent de sluis.' }, expect.any(String)))
  second.unmount()
  open(send)
  await new Promise((done) => setTimeout(done, 20))
  expect([address().value, why().value]).toEqual(['', ''])
})
