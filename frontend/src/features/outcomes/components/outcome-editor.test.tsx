import { fireEvent, render, screen, waitFor, within } from '@testing-library/preact'
import { beforeEach, expect, it, vi } from 'vitest'
import type { Post, ThreadItem } from '@/api/types'
import { onAnnouncement } from '@/lib/announcer'
import { fakeBrowser } from '@/testing/browser'
import { Around } from '@/testing/render'
import type { Outcome } from '../api'
import { OutcomeEditor } from './outcome-editor'

const outcome: Outcome = {
  issue: 'i1',
  published: null,
  draft: null,
  publishedVersion: 0, reviews: [],
  can: { write: true, publish: false, review: false },
  version: 0,
}
const thread: ThreadItem = { id: 't1', title: 'Het plein', regime: 'trusted', visibility: 'invited', posts: 2, lastSeq: 2, lastPostAt: '2026-01-01T00:00:00Z', unread: 0, kind: 'talk', answered: false }
const post = (seq: number, name: string, html: string): Post => ({ id: `p${String(seq)}`, seq, change: seq, author: name, name, capacity: 'personal', html, createdAt: '2026-01-01T00:00:00Z', withdrawn: false, version: 1, pinned: false, accepted: false, translations: [] })

const server = vi.fn<(path: string, init: RequestInit) => Promise<Response>>()
const answer = (body: unknown, status = 200) => Promise.resolve(new Response(JSON.stringify(body), { status }))
const sent = (method: string) => server.mock.calls.filter(([, init]) => init.method === method).map(([path, init]) => ({ path, body: JSON.parse(String(init.body)) as Record<string, unknown> }))
const onPublished = vi.fn()

beforeEach(() => {
  fakeBrowser()
  HTMLDialogElement.prototype.showModal = function (this: HTMLDialogElement) {
    this.open = true
  }
  server.mockReset()
  onPublished.mockReset()
  server.mockImplementation((path, init) => {
    if (path.includes('/posts')) return answer({ items: [post(1, 'Fatima', '<p>Het is er donker.</p>'), post(2, 'Joost', '<p>De fietsen.</p>')], hasBefore: false, hasAfter: false, lastSeq: 2, lastChange: 2 })
    if (path.endsWith('_publish')) return answer({ code: 'result.unfinished', detail: 'Nog niet af.', errors: [{ pointer: '/statements', code: 'outcome.you-can-missing', detail: 'Schrijf wat mensen zelf kunnen doen.' }] }, 400)
    return init.method === 'PUT' ? answer({ ...outcome, version: 1 }) : answer({}, 404)
  })
  vi.stubGlobal('fetch', server)
})

const editor = (seen: Outcome) => (
  <Around>
    <OutcomeEditor
      tenant="ess"
      issue="i1"
      outcome={seen}
      threads={[thread]}
      reach={{ visibility: 'public', regime: 'open', others: 12, isClosed: false }}
      reload={() => Promise.resolve(seen)}
      onSaved={() => undefined}
      onPublished={onPublished}
    />
  </Around>
)
const open = (seen = outcome) => render(editor(seen))
const heard = () => within(screen.getByRole('group', { name: 'Dit hebben we gehoord' }))
const complete = () => {
  for (const name of ['Dit hebben we gehoord', 'Dit doen we ermee', 'Dit kunt u zelf doen']) {
    fireEvent.input(within(screen.getByRole('group', { name })).getByLabelText('Punt 1'), { target: { value: 'Het is donker.' } })
  }
  fireEvent.input(screen.getByLabelText('Dag om terug te kijken'), { target: { value: '2099-01-01' } })
}
const write = (text: string) => fireEvent.input(heard().getByLabelText('Punt 1'), { target: { value: text } })

it('lets one search the contributions and point to them', async () => {
  open()
  write('Het is donker.')
  fireEvent.click(heard().getByRole('button', { name: 'Bijdragen aanwijzen bij punt 1' }))
  expect(await screen.findByLabelText(/^Fatima/)).toBeTruthy()
  fireEvent.input(screen.getByLabelText('Zoek in de bijdragen'), { target: { value: 'fiets' } })
  expect(screen.queryByLabelText(/^Fatima/)).toBeNull()
  fireEvent.click(screen.getByLabelText(/^Joost/))
  const said: string[] = []
  const stop = onAnnouncement((sentence) => said.push(sentence))
  fireEvent.click(screen.getByRole('button', { name: '1 bijdrage aanwijzen' }))
  expect(said).toEqual(['Punt 1 verwijst nu naar 1 bijdrage.'])
  stop()
  expect(heard().getByText('Joost, in ‘Het plein’')).toBeTruthy()
  fireEvent.click(screen.getByRole('button', { name: 'Publiceren en afsluiten' }))
  await waitFor(() => expect(sent('PUT')[0]?.body.statements).toEqual([{ kind: 'heard', text: 'Het is donker.', why: null, posts: ['p2'] }]))
})

it('says what is missing, at its field, before it asks to confirm', async () => {
  open()
  write('Het is donker.')
  fireEvent.click(screen.getByRole('button', { name: 'Publiceren en afsluiten' }))
  const summary = within(await screen.findByRole('group', { name: 'Wat er nog niet klopt' }))
  expect(screen.queryByRole('dialog')).toBeNull()
  const day = summary.getByRole('link', { name: /^Dag om terug te kijken: / })
  expect(document.querySelector(day.getAttribute('href') ?? '')).toBe(screen.getByLabelText('Dag om terug te kijken'))
  expect(screen.getByLabelText('Dag om terug te kijken').getAttribute('aria-invalid')).toBe('true')
  expect(sent('POST')).toEqual([])
})

it('does not repeat above the preview what was missing before', async () => {
  open()
  fireEvent.click(screen.getByRole('button', { name: 'Publiceren en afsluiten' }))
  expect(await screen.findByRole('group', { name: 'Wat er nog niet klopt' })).toBeTruthy()
  complete()
  fireEvent.click(screen.getByRole('button', { name: 'Voorbeeld' }))
  await waitFor(() => expect(screen.queryByRole('group', { name: 'Wat er nog niet klopt' })).toBeNull())
})

it('says before publishing what happens and who is told, and afterwards what the server misses', async () => {
  open()
  complete()
  fireEvent.click(screen.getByRole('button', { name: 'Publiceren en afsluiten' }))
  const dialog = within(await screen.findByRole('dialog'))
  expect(dialog.getByText(/De 12 andere deelnemers krijgen bericht\. Uw tekst staat in de mail\./)).toBeTruthy()
  expect(dialog.getByText(/Daarmee is het afgesloten/)).toBeTruthy()
  fireEvent.click(dialog.getByRole('button', { name: 'Publiceren en afsluiten' }))
  const summary = await screen.findByRole('group', { name: 'Wat er nog niet klopt' })
  const link = within(summary).getByRole('link')
  expect(document.querySelector(link.getAttribute('href') ?? '')?.getAttribute('aria-invalid')).toBe('true')
  expect(onPublished).not.toHaveBeenCalled()
})

it('does not publish words from a trusted room without consent', async () => {
  open()
  complete()
  fireEvent.click(heard().getByRole('button', { name: 'Bijdragen aanwijzen bij punt 1' }))
  fireEvent.click(await screen.findByLabelText(/^Fatima/))
  fireEvent.click(screen.getByRole('button', { name: '1 bijdrage aanwijzen' }))
  fireEvent.click(screen.getByRole('button', { name: 'Publiceren en afsluiten' }))
  const dialog = within(await screen.findByRole('dialog'))
  const publish = () => fireEvent.click(dialog.getByRole('button', { name: 'Publiceren en afsluiten' }))
  publish()
  expect(dialog.getByRole('alert').textContent).toContain('Vraag het eerst')
  expect(sent('POST')).toEqual([])
  fireEvent.click(dialog.getByLabelText(/De schrijvers vinden goed/))
  publish()
  await waitFor(() => expect(sent('POST')[0]?.body).toMatchObject({ quotingAgreed: true }))
})

it('goes on in the field of a new point, and back to the one before when it is removed', async () => {
  open()
  fireEvent.click(heard().getByRole('button', { name: 'Nog een punt toevoegen' }))
  await waitFor(() => expect(document.activeElement).toBe(heard().getByLabelText('Punt 2')))
  fireEvent.click(heard().getByRole('button', { name: 'Punt 2 verwijderen' }))
  await waitFor(() => expect(document.activeElement).toBe(heard().getByLabelText('Punt 1')))
})

const saved = (version: number, title: string): Outcome => ({
  ...outcome,
  version,
  draft: {
    title,
    intro: '',
    introHtml: '',
    lang: 'nl',
    reviewAt: '2099-01-01T12:00:00Z',
    statements: (['heard', 'done', 'you-can'] as const).map((kind) => ({ kind, text: 'Het is donker.', html: '', sources: [], closedPosts: [], closedSources: 0 })),
  },
})

it('publishes no text that its publisher did not see', async () => {
  server.mockImplementation((path) => (path.endsWith('_publish') ? answer({ code: 'precondition.failed' }, 412) : answer({}, 404)))
  const { rerender } = open(saved(5, 'Licht op het plein'))
  // A colleague saved since, and the page fetched that.
  rerender(editor(saved(6, 'Geen licht op het plein')))
  fireEvent.click(screen.getByRole('button', { name: 'Publiceren en afsluiten' }))
  const dialog = within(await screen.findByRole('dialog'))
  fireEvent.click(dialog.getByRole('button', { name: 'Publiceren en afsluiten' }))
  await waitFor(() => expect(sent('POST').map(({ body }) => body.version)).toEqual([5]))
  expect(await screen.findByDisplayValue('Geen licht op het plein')).toBeTruthy()
  expect(screen.queryByRole('dialog')).toBeNull()
})
