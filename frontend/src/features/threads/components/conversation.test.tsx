import { act, fireEvent, render, screen, waitFor, within } from '@testing-library/preact'
import { beforeEach, expect, it, vi } from 'vitest'
import { onAnnouncement } from '@/lib/announcer'
import { fakeBrowser, FakeSocket } from '@/testing/browser'
import { Around, show } from '@/testing/render'
import { first, post, thread } from '@/testing/talk'
import { Conversation } from './conversation'

const server = vi.fn<(path: string, init: RequestInit) => Promise<Response>>()
const keys = () => server.mock.calls.filter(([, init]) => init.method === 'POST').map(([, init]) => new Headers(init.headers).get('Idempotency-Key'))

const onStale = vi.fn()

beforeEach(() => {
  fakeBrowser()
  HTMLDialogElement.prototype.showModal = function (this: HTMLDialogElement) {
    this.open = true
  }
  onStale.mockReset()
  server.mockReset()
  server.mockImplementation(() => Promise.resolve(new Response('{}', { status: 404 })))
  vi.stubGlobal('fetch', server)
})

const field = () => screen.getByLabelText<HTMLTextAreaElement>('Uw bijdrage')
function write(text: string) {
  show(<Conversation tenant="ess" thread={thread} first={first} owner="me" onStale={onStale} />)
  fireEvent.input(field(), { target: { value: text } })
}
const send = () => fireEvent.click(screen.getByRole('button', { name: 'Plaats bijdrage' }))
const onPost = (answer: () => Promise<Response>) =>
  server.mockImplementation((_, init) => (init.method === 'POST' ? answer() : Promise.resolve(new Response('{}', { status: 404 }))))

it('marks where the unread begins, as a heading', () => {
  show(<Conversation tenant="ess" thread={thread} first={first} owner="me" onStale={onStale} />)
  expect(screen.getByRole('heading', { name: /^1 nieuwe bijdrage van 1 jan/ })).toBeTruthy()
})

it('counts what is shown since below that line too', async () => {
  show(<Conversation tenant="ess" thread={thread} first={first} owner="me" onStale={onStale} />)
  await new Promise(requestAnimationFrame)
  const arrives = (seq: number, author: string) => FakeSocket.last?.receive({ type: 'event', topic: 'thread:t1', seq, kind: 'thread.replied', data: post(seq, `Nummer ${String(seq)}`, author) })
  await act(() => {
    FakeSocket.last?.onopen?.()
    arrives(3, 'me')
    arrives(4, 'joost')
  })
  expect(screen.getByText('Nummer 4')).toBeTruthy()
  expect(screen.getByRole('heading', { name: /^2 nieuwe bijdragen sinds 1 jan/ })).toBeTruthy()
  // At what those who run it write, not at one's own.
  expect(screen.getAllByText('Gespreksleider')).toHaveLength(3)
})

it('tells who reads along, and as whom one speaks, before the field and sending', () => {
  show(<Conversation tenant="ess" thread={thread} first={first} owner="me" onStale={onStale} />)
  const parts = [screen.getByRole('complementary', { name: 'Wie leest dit?' }), field(), screen.getByRole('button', { name: 'Plaats bijdrage' })]
  expect(parts.toSorted((one, other) => (one.compareDocumentPosition(other) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1))).toEqual(parts)
})

it('calls each contribution by its number and who wrote it', () => {
  show(<Conversation tenant="ess" thread={thread} first={first} owner="me" onStale={onStale} />)
  expect(screen.getByRole('article', { name: /^Bijdrage 2,\s+Joost$/ })).toBeTruthy()
})

it('says at the field what is answered to', async () => {
  show(<Conversation tenant="ess" thread={thread} first={first} owner="me" onStale={onStale} />)
  fireEvent.click(screen.getByRole('button', { name: 'Antwoord op bijdrage 2' }))
  await screen.findByRole('link', { name: /^U antwoordt op bijdrage 2/ })
  const [said] = (field().getAttribute('aria-describedby') ?? '').split(' ')
  expect(document.getElementById(said ?? '')?.textContent).toBe('U antwoordt op bijdrage 2 van Joost')
})

it('says how many earlier contributions came, and goes on at the first when there are no more', async () => {
  const heard: string[] = []
  const stop = onAnnouncement((sentence) => heard.push(sentence))
  server.mockImplementation((path) => Promise.resolve(new Response(path.includes('before=') ? JSON.stringify({ ...first, items: [post(1, 'Eerst'), post(2, 'Daarna')] }) : '{}', { status: path.includes('before=') ? 200 : 404 })))
  show(<Conversation tenant="ess" thread={thread} first={{ items: [post(3, 'Nu')], hasBefore: true, hasAfter: false, lastSeq: 3, lastChange: 3 }} owner="me" onStale={onStale} />)
  screen.getByRole('button', { name: 'Eerdere bijdragen tonen' }).focus()
  fireEvent.click(screen.getByRole('button', { name: 'Eerdere bijdragen tonen' }))
  await waitFor(() => expect(heard).toContain('Er staan nu 2 eerdere bijdragen bij.'))
  expect(document.activeElement).toBe(document.getElementById('1'))
  stop()
})

it('says beside the field who reads it, what for, and which government bodies do', () => {
  show(<Conversation tenant="ess" thread={thread} first={first} owner="me" onStale={onStale} />)
  expect(screen.getByText('Alleen de mensen die meedoen.')).toBeTruthy()
  expect(screen.getByText('Hoe wordt het plein van iedereen?')).toBeTruthy()
  expect(screen.getByText(/Provincie/)).toBeTruthy()
})

it('sends what is written meanwhile after what waits, and neither twice', async () => {
  let online = false
  let seq = 2
  onPost(() => {
    if (!online) return Promise.reject(new TypeError('network'))
    seq += 1
    return Promise.resolve(new Response(JSON.stringify(post(seq, `nummer ${String(seq)}`, 'me')), { status: 201 }))
  })
  write('Eerst dit')
  send()
  await screen.findByText(/er kwam geen antwoord/)
  fireEvent.input(field(), { target: { value: 'Dan dat' } })
  send()
  expect(screen.getByText('Wacht op zijn beurt …')).toBeTruthy()
  online = true
  await act(() => void dispatchEvent(new Event('online')))
  await waitFor(() => expect(screen.queryByText('Wacht op zijn beurt …')).toBeNull())
  await waitFor(() => expect(screen.getByText('nummer 4')).toBeTruthy())
  expect(new Set(keys()).size).toBe(2)
  const sent = server.mock.calls.filter(([, init]) => init.method === 'POST').map(([, init]) => (JSON.parse(String(init.body)) as { body: string }).body)
  expect(sent).toEqual(['Eerst dit', 'Eerst dit', 'Dan dat'])
})

it('gives the text back when it is undone', async () => {
  onPost(() => Promise.resolve(new Response(JSON.stringify(post(3, 'Te snel', 'me')), { status: 201 })))
  write('Te snel')
  send()
  server.mockImplementation((_, init) => Promise.resolve(new Response(null, { status: init.method === 'DELETE' ? 204 : 404 })))
  fireEvent.click(await screen.findByRole('button', { name: /Ongedaan maken/ }))
  await waitFor(() => expect(field().value).toBe('Te snel'))
})

it('says so when the server serves the conversation no more, and keeps the text', async () => {
  write('Nog bezig')
  await act(() => {
    FakeSocket.last?.onopen?.()
    FakeSocket.last?.receive({ type: 'problem', topic: 'thread:t1', code: 'socket.topic-not-found' })
  })
  expect(await screen.findByText(/U ziet hier geen nieuwe bijdragen meer/)).toBeTruthy()
  expect(field().value).toBe('Nog bezig')
})

it('shows both texts when a post was changed elsewhere, and saves on top of that', async () => {
  const mine = { ...first, items: [post(1, 'Oud'), post(2, 'Van mij', 'me')] }
  const source = (version: number, body: string) => new Response(JSON.stringify({ ...post(2, body, 'me'), body, version }), { status: 200, headers: { ETag: `"${String(version)}"` } })
  const answers = [source(1, 'Van mij'), new Response(JSON.stringify({ code: 'precondition.failed', detail: 'Intussen gewijzigd.' }), { status: 412 }), source(2, 'Van mijn telefoon'), source(3, 'Samen')]
  show(<Conversation tenant="ess" thread={thread} first={mine} owner="me" onStale={onStale} />)
  server.mockImplementation((path) => Promise.resolve(path.includes('/posts/') ? (answers.shift() ?? new Response('{}', { status: 404 })) : new Response('{"items":[]}')))
  fireEvent.click(screen.getByRole('button', { name: 'Bewerk bijdrage 2' }))
  await screen.findByRole('button', { name: 'Opslaan' })
  const editor = screen.getByLabelText<HTMLTextAreaElement>('Bewerk uw bijdrage 2')
  fireEvent.input(editor, { target: { value: 'Van mijn laptop' } })
  fireEvent.click(screen.getByRole('button', { name: 'Opslaan' }))
  expect((await screen.findByLabelText<HTMLTextAreaElement>('De tekst van de ander')).value).toBe('Van mijn telefoon')
  expect(screen.getByLabelText<HTMLTextAreaElement>('Uw tekst').value).toBe('Van mijn laptop')
  fireEvent.click(screen.getByRole('button', { name: 'Opslaan' }))
  await waitFor(() => expect(screen.queryByLabelText('Uw tekst')).toBeNull())
  expect(new Headers(server.mock.calls.filter(([, init]) => init.method === 'PATCH').at(-1)?.[1].headers).get('If-Match')).toBe('"2"')
})

it('shows a post before the server has answered, and once after', async () => {
  let answer: (response: Response) => void = () => undefined
  onPost(() => new Promise((resolve) => (answer = resolve)))
  write('Ik ben het eens')
  send()
  expect(screen.getByText('Wordt verstuurd …')).toBeTruthy()
  expect(field().value).toBe('')
  await act(() => answer(new Response(JSON.stringify(post(3, 'Ik ben het eens', 'me')), { status: 201 })))
  await waitFor(() => expect(screen.queryByText('Wordt verstuurd …')).toBeNull())
  expect(screen.getAllByText('Ik ben het eens')).toHaveLength(1)
})

it('tries again with the same key when no answer came', async () => {
  onPost(() => Promise.reject(new TypeError('network')))
  write('Kom ik aan?')
  send()
  fireEvent.click(await screen.findByRole('button', { name: 'Opnieuw proberen' }))
  await waitFor(() => expect(keys()).toHaveLength(2))
  expect(keys()[0]).toBe(keys()[1])
})

it('gives the text back when it is refused, and says why', async () => {
  onPost(() => Promise.resolve(new Response(JSON.stringify({ code: 'text.too-long', detail: 'Deze tekst is te lang.' }), { status: 400 })))
  write('Veel te lang')
  send()
  expect(await screen.findByText('Deze tekst is te lang.')).toBeTruthy()
  expect(field().value).toBe('Veel te lang')
})

it('keeps what was being written when one can write no more, to copy or throw away', async () => {
  const room = (reply: boolean) => <Conversation tenant="ess" thread={{ ...thread, can: { reply, translate: false, facilitate: false, accept: false } }} first={first} owner="me" onStale={onStale} />
  const page = render(room(true), { wrapper: Around })
  fireEvent.input(field(), { target: { value: 'Halverwege' } })
  page.rerender(room(false))
  expect(screen.getByLabelText<HTMLTextAreaElement>('Uw tekst, nog niet geplaatst').value).toBe('Halverwege')
  page.rerender(room(true))
  expect(field().value).toBe('Halverwege')
  page.rerender(room(false))
  fireEvent.click(screen.getByRole('button', { name: 'Weggooien' }))
  fireEvent.click(within(await screen.findByRole('dialog')).getByRole('button', { name: 'Weggooien' }))
  await waitFor(() => expect(screen.queryByLabelText('Uw tekst, nog niet geplaatst')).toBeNull())
})

it('looks again at the conversation when the server does not take a post for what it has become', async () => {
  onPost(() => Promise.resolve(new Response(JSON.stringify({ code: 'thread.closed', detail: 'Er wordt nu niet gepraat.' }), { status: 409 })))
  write('Net te laat')
  send()
  await waitFor(() => expect(onStale).toHaveBeenCalledOnce())
  expect(field().value).toBe('Net te laat')
})

it('holds what arrives while somebody types until they ask for it', async () => {
  write('Ik typ nog')
  field().focus()
  const socket = FakeSocket.last
  await act(() => {
    socket?.onopen?.()
    socket?.receive({ type: 'event', topic: 'thread:t1', seq: 3, kind: 'thread.replied', data: post(3, 'Intussen') })
  })
  expect(screen.queryByText('Intussen')).toBeNull()
  fireEvent.click(await screen.findByRole('button', { name: '1 nieuwe bijdrage' }))
  expect(screen.getByText('Intussen')).toBeTruthy()
  expect(field().value).toBe('Ik typ nog')
})

const waitingFile = { id: 'f1', name: 'plein.png', mediaType: 'image/png', size: 1000, url: '/v1/tenants/ess/files/f1' }
const withFiles = (answer: () => Promise<Response>) =>
  server.mockImplementation((path, init) => {
    if (init.method === 'POST') return answer()
    return Promise.resolve(path.endsWith('/files') ? new Response(JSON.stringify({ items: [waitingFile] })) : new Response('{}', { status: 404 }))
  })
const forms = () => server.mock.calls.filter(([, init]) => init.method === 'POST').map(([, init]) => (JSON.parse(String(init.body)) as { files?: unknown }).files)

it('finds a file again that waits for a post, asks for its words, and sends it with them, also again', async () => {
  withFiles(() => Promise.reject(new TypeError('network')))
  write('Kijk eens')
  const words = await screen.findByLabelText<HTMLInputElement>('Wat staat er op de afbeelding?')
  send()
  expect(await screen.findByText('Beschrijf in woorden wat er op deze afbeelding staat.')).toBeTruthy()
  expect(keys()).toHaveLength(0)
  fireEvent.input(words, { target: { value: 'Een plein.' } })
  send()
  fireEvent.click(await screen.findByRole('button', { name: 'Opnieuw proberen' }))
  await waitFor(() => expect(keys()).toHaveLength(2))
  expect(forms()).toEqual([1, 2].map(() => [{ id: 'f1', words: 'Een plein.', decorative: false }]))
  expect(screen.queryByLabelText('Wat staat er op de afbeelding?')).toBeNull()
  // Shown where it waits, and back in the field with its words.
  expect(screen.getByRole('img', { name: 'Een plein.' })).toBeTruthy()
  fireEvent.click(await screen.findByRole('button', { name: /Terug naar/ }))
  expect(screen.getByLabelText<HTMLInputElement>('Wat staat er op de afbeelding?').value).toBe('Een plein.')
})

it('says at its file what the server has against it', async () => {
  const errors = [{ pointer: '/files/0/words', code: 'text.too-long', detail: 'Dit is te lang.' }]
  withFiles(() => Promise.resolve(new Response(JSON.stringify({ code: 'request.invalid', detail: 'Kijk na.', errors }), { status: 400 })))
  write('Kijk eens')
  fireEvent.input(await screen.findByLabelText('Wat staat er op de afbeelding?'), { target: { value: 'Heel lang' } })
  send()
  expect(await screen.findByText('Dit is te lang.')).toBeTruthy()
  expect(screen.getByLabelText<HTMLInputElement>('Wat staat er op de afbeelding?').value).toBe('Heel lang')
  expect(field().value).toBe('Kijk eens')
  expect(field().getAttribute('aria-invalid')).toBeNull()
})

it('says at the field that nothing is written, and goes there', () => {
  write('')
  send()
  expect(document.activeElement).toBe(field())
  const said = () => field().getAttribute('aria-describedby')?.split(' ').map((id) => document.getElementById(id)?.textContent)
  return waitFor(() => {
    expect(field().getAttribute('aria-invalid')).toBe('true')
    expect(said()).toContain('Schrijf eerst iets.')
  })
})

it('ignores a second tap on what was just sent, until something is written', async () => {
  onPost(() => Promise.resolve(new Response(JSON.stringify(post(3, 'Eens', 'me')), { status: 201 })))
  write('Eens')
  send()
  await screen.findByRole('button', { name: /Ongedaan maken/ })
  send()
  await new Promise(requestAnimationFrame)
  expect(screen.queryByText('Schrijf eerst iets.')).toBeNull()
  expect(keys()).toHaveLength(1)
  fireEvent.input(field(), { target: { value: 'Toch' } })
  fireEvent.input(field(), { target: { value: '' } })
  send()
  expect(await screen.findByText('Schrijf eerst iets.')).toBeTruthy()
})

it('says where one writes that there is no connection, and where the text is', async () => {
  write('In de trein')
  const online = vi.spyOn(navigator, 'onLine', 'get').mockReturnValue(false)
  await act(() => void dispatchEvent(new Event('offline')))
  expect(screen.getByText(/^Geen verbinding. Wat u typt, is bewaard op dit apparaat/)).toBeTruthy()
  online.mockReturnValue(true)
  await act(() => void dispatchEvent(new Event('online')))
  expect(screen.queryByText(/^Geen verbinding/)).toBeNull()
})
