import { act, fireEvent, screen } from '@testing-library/preact'
import { useState } from 'react'
import { beforeEach, expect, it, vi } from 'vitest'
import { onAnnouncement } from '@/lib/announcer'
import { show } from '@/testing/render'
import { choose, FakeRequest } from '@/testing/upload'
import type { ProductFile } from '../api'
import { useProductUploads } from '../use-product-uploads'
import { Attachments } from './attachments'

beforeEach(() => {
  FakeRequest.all = []
  vi.stubGlobal('XMLHttpRequest', FakeRequest)
})

function Form() {
  const [files, setFiles] = useState<ProductFile[]>([])
  return <Attachments files={files} uploads={useProductUploads('ess', setFiles)} errors={[]} onChange={setFiles} />
}

const kept = (name: string, mediaType: string) => ({ id: name, name, mediaType, size: 2000, url: `/v1/tenants/ess/files/${name}` })

it('shows how far a file is, and then the file itself', async () => {
  show(<Form />)
  choose('gids.pdf')
  const [request] = FakeRequest.all
  act(() => request?.upload.onprogress?.({ lengthComputable: true, loaded: 1, total: 2 }))
  expect(screen.getByRole<HTMLProgressElement>('progressbar').value).toBe(0.5)
  await request?.answer(201, kept('gids.pdf', 'application/pdf'))
  expect(screen.getByRole('link', { name: 'gids.pdf' })).toBeTruthy()
  expect(screen.getByText('PDF, 2 kB')).toBeTruthy()
  expect(screen.queryByRole('progressbar')).toBeNull()
})

it('says at the file why it was refused, and keeps the others', async () => {
  show(<Form />)
  choose('virus.exe', 'foto.png')
  await FakeRequest.all[0]?.answer(415, { code: 'file.type-refused', detail: 'Dit soort bestand kan niet.' })
  await FakeRequest.all[1]?.answer(201, kept('foto.png', 'image/png'))
  expect(screen.getByText('Dit soort bestand kan niet.')).toBeTruthy()
  expect(screen.getByLabelText('Wat staat er op de afbeelding?')).toBeTruthy()
  fireEvent.click(screen.getByRole('button', { name: 'virus.exe verwijderen' }))
  expect(screen.queryByText('Dit soort bestand kan niet.')).toBeNull()
})

it('asks at once what a picture shows, and leaves whoever went on elsewhere where they are', async () => {
  const said: string[] = []
  const stop = onAnnouncement((sentence) => said.push(sentence.replaceAll(/[\u2068\u2069]/g, '')))
  show(<Form />)
  screen.getByLabelText('Bestanden toevoegen').focus()
  choose('foto.png', 'kaart.png')
  await FakeRequest.all[0]?.answer(201, kept('foto.png', 'image/png'))
  const [first] = screen.getAllByLabelText('Wat staat er op de afbeelding?')
  expect(document.activeElement).toBe(first)
  expect(said.at(-1)).toBe('foto.png is toegevoegd. Beschrijf nu wat erop staat.')
  await FakeRequest.all[1]?.answer(201, kept('kaart.png', 'image/png'))
  expect(document.activeElement).toBe(first)
  expect(said.at(-1)).toBe('kaart.png is toegevoegd.')
  stop()
})

it('lets one stop what is on its way', () => {
  show(<Form />)
  choose('gids.pdf')
  fireEvent.click(screen.getByRole('button', { name: 'Versturen van gids.pdf stoppen' }))
  expect(screen.queryByRole('listitem')).toBeNull()
})
