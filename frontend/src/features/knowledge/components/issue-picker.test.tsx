import { fireEvent, screen, waitFor } from '@testing-library/preact'
import { expect, it, vi } from 'vitest'
import { show } from '@/testing/render'
import { SourceIssues } from './issue-picker'

const issue = (id: string, title: string) => ({ id, title })

it('finds what stands further on in the list, and does not say before that there is nothing', async () => {
  let goOn: (page: Response) => void = () => undefined
  const later = new Promise<Response>((arrive) => (goOn = arrive))
  vi.stubGlobal('fetch', (path: string) => (path.includes('cursor=') ? later : Promise.resolve(new Response(JSON.stringify({ items: [issue('i1', 'Licht op het plein')], next: 'i1' })))))
  HTMLDialogElement.prototype.showModal = function (this: HTMLDialogElement) {
    this.open = true
  }
  const onChange = vi.fn()
  show(<SourceIssues tenant="ess" chosen={[]} onChange={onChange} />)
  fireEvent.click(screen.getByRole('button', { name: 'Opgaven en netwerken kiezen' }))
  fireEvent.input(await screen.findByLabelText('Zoek een opgave of een netwerk'), { target: { value: 'stoep' } })
  expect(screen.queryByText('Niets gevonden.')).toBeNull()
  goOn(new Response(JSON.stringify({ items: [issue('i2', 'Schone stoepen')] })))
  fireEvent.click(await screen.findByLabelText('Schone stoepen'))
  fireEvent.click(screen.getByRole('button', { name: /^1 / }))
  await waitFor(() => expect(onChange).toHaveBeenCalledWith([issue('i2', 'Schone stoepen')]))
})

it('says that the list could not be fetched, and fetches it when asked', async () => {
  const server = vi.fn<() => Promise<Response>>().mockRejectedValueOnce(new TypeError('network'))
  server.mockResolvedValueOnce(new Response(JSON.stringify({ items: [issue('i1', 'Licht op het plein')] })))
  vi.stubGlobal('fetch', server)
  show(<SourceIssues tenant="ess" chosen={[]} onChange={() => undefined} />)
  fireEvent.click(screen.getByRole('button', { name: 'Opgaven en netwerken kiezen' }))
  expect((await screen.findByRole('alert')).textContent).toContain('Er kwam geen antwoord.')
  expect(screen.queryByText('Niets gevonden.')).toBeNull()
  fireEvent.click(screen.getByRole('button', { name: 'Opnieuw proberen' }))
  expect(await screen.findByLabelText('Licht op het plein')).toBeTruthy()
})
