import { fireEvent, screen, waitFor } from '@testing-library/preact'
import { afterEach, expect, it, vi } from 'vitest'
import { show } from '@/testing/render'
import { AskNetworks } from './ask-networks'

afterEach(() => vi.unstubAllGlobals())

it('says at the field that a network is to be chosen, in words of its own, and only when it is asked', async () => {
  const sent: string[] = []
  vi.stubGlobal('fetch', (_: string, { method }: RequestInit) => {
    if (method === 'POST') sent.push(method)
    return Promise.resolve(new Response('{"items":[]}'))
  })
  show(<AskNetworks tenant="ess" issue="i1" mayAsk networks={[{ id: 'n1', name: 'Jong in de wijk' }]} />)
  const network = screen.getByLabelText<HTMLSelectElement>('Netwerk')
  expect(network.required).toBe(false)
  expect(network.getAttribute('aria-invalid')).toBeNull()
  screen.getByRole('button', { name: 'Vraag het netwerk' }).focus()
  fireEvent.click(screen.getByRole('button', { name: 'Vraag het netwerk' }))
  expect(await screen.findByText('Vul dit in.')).toBeTruthy()
  await waitFor(() => expect(document.activeElement).toBe(network))
  expect(network.getAttribute('aria-invalid')).toBe('true')
  expect(sent).toEqual([])
})
