import { fireEvent, render, screen, waitFor, within } from '@testing-library/preact'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { Around } from '@/testing/render'
import { choose, FakeRequest } from '@/testing/upload'
import type { Product } from '../api'
import { ProductEditor } from './product-editor'

vi.mock('idb-keyval', () => import('@/testing/idb-keyval'))

const product = { id: 'k1', version: 1, edition: 0, kind: 'guide', title: 'Stoepen', summary: 'Wie veegt wat?', body: 'Samen.', lang: 'nl', terms: [], sources: [], files: [], next: null } as unknown as Product
const editor = (seen: Product) => (
  <Around>
    <ProductEditor tenant="ess" product={seen} themes={[]} regions={[]} reload={() => Promise.resolve(seen)} onSaved={() => undefined} onPublished={() => undefined} />
  </Around>
)
let page: ReturnType<typeof render>
const there = { id: 'gids', name: 'gids.pdf', mediaType: 'application/pdf', size: 2000, url: '/v1/tenants/ess/files/gids' }

/** What was sent to go to others. */
const published: string[] = []

beforeEach(() => {
  FakeRequest.all = []
  vi.stubGlobal('XMLHttpRequest', FakeRequest)
  published.length = 0
  vi.stubGlobal('fetch', (path: string, { method, body }: RequestInit) => {
    if (path.endsWith('_publish')) {
      published.push(String(body))
      return Promise.resolve(new Response(JSON.stringify({ code: 'precondition.failed' }), { status: 412 }))
    }
    if (method !== 'PATCH') return Promise.resolve(new Response('{}', { status: path === '/v1/me' ? 401 : 404 }))
    const { files } = JSON.parse(String(body)) as { files: object[] }
    return Promise.resolve(new Response(JSON.stringify({ ...product, files: files.map((file) => ({ ...there, ...file })), version: 2 })))
  })
  page = render(editor(product))
})
afterEach(() => vi.unstubAllGlobals())

const publish = () => fireEvent.click(screen.getByRole('button', { name: 'Publiceren' }))

it('goes to nobody while a file is on its way, says so at the files, and can when it is there', async () => {
  choose('gids.pdf')
  publish()
  expect(document.activeElement).toBe(document.getElementById('field-files'))
  expect(screen.getByText('Er is nog een bestand onderweg. Daarna kunt u publiceren.')).toBeTruthy()
  expect(screen.queryByRole('dialog')).toBeNull()
  await FakeRequest.all[0]?.answer(201, there)
  expect(screen.queryByText(/onderweg/)).toBeNull()
  publish()
  expect(await screen.findByRole('dialog')).toBeTruthy()
})

it('goes to nobody without a file that failed, until its writer says that it goes without', async () => {
  choose('gids.exe')
  await FakeRequest.all[0]?.answer(415, { code: 'file.type-refused', detail: 'Dit soort bestand kan niet.' })
  publish()
  // What is asked to be confirmed comes once all is saved.
  await new Promise((done) => setTimeout(done))
  expect(screen.getByRole('button', { name: 'Publiceren' }).getAttribute('aria-describedby')).toBe(screen.getByText(/^Een bestand kon er niet bij/).id)
  expect(screen.queryByRole('dialog')).toBeNull()
  fireEvent.click(screen.getByRole('button', { name: 'gids.exe verwijderen' }))
  publish()
  await waitFor(() => expect(screen.getByRole('dialog')).toBeTruthy())
})

it('goes to nobody with a text that its publisher did not see', async () => {
  // A colleague saved since, and the page fetched that.
  page.rerender(editor({ ...product, version: 2, summary: 'Iedereen veegt.' }))
  publish()
  fireEvent.click(within(await screen.findByRole('dialog')).getByRole('button', { name: 'Publiceren' }))
  expect(await screen.findByDisplayValue('Iedereen veegt.')).toBeTruthy()
  expect(published).toEqual(['{"version":1}'])
  expect(screen.queryByRole('dialog')).toBeNull()
})
