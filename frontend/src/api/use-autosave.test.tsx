import { act, fireEvent, screen, waitFor } from '@testing-library/preact'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { keepDraft, readDraft } from '@/lib/drafts'
import { kept } from '@/testing/idb-keyval'
import { show } from '@/testing/render'
import { NoAnswer, Problem } from './problems'
import { useAutosave } from './use-autosave'

interface Fields {
  text: string
  why: string
}
type View = Fields & { version: number }

vi.mock('idb-keyval', () => import('@/testing/idb-keyval'))

const save = vi.fn<(fields: Fields, version: number) => Promise<View>>()
const reload = vi.fn<() => Promise<View>>()
const fieldsOf = ({ text, why }: View) => ({ text, why })
const onSaved = () => undefined

function Form() {
  const { fields, state, edit, flush, keepMine, takeTheirs } = useAutosave<View, Fields>({ version: 1, text: 'oud', why: '' }, { key: 'k', fieldsOf, save, reload, onSaved })
  return (
    <>
      <input aria-label="tekst" value={fields.text} onInput={(event) => edit({ text: event.currentTarget.value })} />
      <output>{state.kind}</output>
      <em>{state.kind === 'waiting' && state.isAsked ? 'wie drukte, hoort het' : ''}</em>
      <p>{fields.why}</p>
      <button onClick={() => void flush()}>nu</button>
      <button onClick={keepMine}>mijn</button>
      <button onClick={takeTheirs}>hun</button>
    </>
  )
}
const field = () => screen.getByLabelText<HTMLInputElement>('tekst')
const state = () => screen.getByRole('status').textContent
const write = (text: string) => fireEvent.input(field(), { target: { value: text } })
const press = (name: string) =>
  act(() => {
    fireEvent.click(screen.getByText(name))
  })

beforeEach(() => {
  vi.stubGlobal('fetch', () => Promise.resolve(new Response(JSON.stringify({ code: 'x' }), { status: 401 })))
  kept.clear()
  save.mockReset()
  reload.mockReset()
  save.mockImplementation((fields, version) => Promise.resolve({ ...fields, version: version + 1 }))
})

afterEach(() => vi.useRealTimers())

it('saves from the version that it has, one after the other', async () => {
  show(<Form />)
  write('een')
  await press('nu')
  write('twee')
  await press('nu')
  await waitFor(() => expect(save.mock.calls).toEqual([[{ text: 'een', why: '' }, 1], [{ text: 'twee', why: '' }, 2]]))
})

it('keeps what the server does not have in this browser, and no longer', async () => {
  save.mockRejectedValueOnce(new NoAnswer('/'))
  show(<Form />)
  write('een')
  await press('nu')
  await waitFor(() => expect(state()).toBe('waiting'))
  expect((await readDraft('/k'))?.text).toContain('een')
  await press('nu')
  await waitFor(() => expect(state()).toBe('saved'))
  expect(await readDraft('/k')).toBeUndefined()
})

it('finds back what was being written when the tab closed', async () => {
  await keepDraft('/k', { text: JSON.stringify({ version: 1, fields: { text: 'bijna af' } }), savedAt: 0 })
  show(<Form />)
  await waitFor(() => expect(field().value).toBe('bijna af'))
  await press('nu')
  await waitFor(() => expect(save).toHaveBeenCalledWith({ text: 'bijna af', why: '' }, 1))
})

it('sends once more what was not saved when its page is left, and no more after that', async () => {
  save.mockRejectedValue(new NoAnswer('/'))
  vi.useFakeTimers()
  const { unmount } = show(<Form />)
  write('een')
  await press('nu')
  unmount()
  await vi.advanceTimersByTimeAsync(60_000)
  expect(save).toHaveBeenCalledTimes(2)
  vi.useRealTimers()
  save.mockImplementation((fields, version) => Promise.resolve({ ...fields, version: version + 1 }))
  show(<Form />)
  await waitFor(() => expect(field().value).toBe('een'))
  await press('nu')
  expect(save).toHaveBeenLastCalledWith({ text: 'een', why: '' }, 1)
})

const ahead = () => {
  save.mockRejectedValueOnce(new Problem(412, { code: 'precondition.failed' }, new Headers()))
  reload.mockResolvedValue({ version: 7, text: 'van een ander', why: 'daarom' })
}

it('overwrites nobody: one keeps the own text knowingly', async () => {
  ahead()
  show(<Form />)
  write('van mij')
  await press('nu')
  await waitFor(() => expect(state()).toBe('conflict'))
  expect(field().value).toBe('van mij')
  await press('mijn')
  await waitFor(() => expect(save).toHaveBeenLastCalledWith({ text: 'van mij', why: 'daarom' }, 7))
})

it('does not collide with itself when only the answer was lost', async () => {
  save.mockRejectedValueOnce(new NoAnswer('/'))
  show(<Form />)
  write(' van mij ')
  await press('nu')
  await waitFor(() => expect(state()).toBe('waiting'))
  write(' van mij en meer')
  save.mockRejectedValueOnce(new Problem(412, { code: 'precondition.failed' }, new Headers()))
  reload.mockResolvedValue({ version: 2, text: 'van mij', why: '' })
  await press('nu')
  await waitFor(() => expect(save).toHaveBeenLastCalledWith({ text: ' van mij en meer', why: '' }, 2))
  await waitFor(() => expect(state()).toBe('saved'))
})

it('goes on when the text of the other cannot be fetched', async () => {
  ahead()
  reload.mockReset()
  reload.mockRejectedValueOnce(new NoAnswer('/'))
  show(<Form />)
  write('van mij')
  await press('nu')
  await waitFor(() => expect(state()).toBe('waiting'))
  await press('nu')
  await waitFor(() => expect(save).toHaveBeenCalledTimes(2))
  await waitFor(() => expect(state()).toBe('saved'))
})

it('or takes the text of the other', async () => {
  ahead()
  show(<Form />)
  write('van mij')
  await press('nu')
  await waitFor(() => expect(state()).toBe('conflict'))
  await press('hun')
  expect(field().value).toBe('van een ander')
  await press('nu')
  expect(save).toHaveBeenCalledTimes(1)
})

it('takes in what only the other changed, and asks nothing', async () => {
  save.mockRejectedValueOnce(new Problem(412, { code: 'precondition.failed' }, new Headers()))
  reload.mockResolvedValue({ version: 7, text: 'oud', why: 'daarom' })
  show(<Form />)
  write('van mij')
  await press('nu')
  await waitFor(() => expect(save).toHaveBeenLastCalledWith({ text: 'van mij', why: 'daarom' }, 7))
  await waitFor(() => expect(state()).toBe('saved'))
  expect(screen.getByText('daarom')).toBeTruthy()
})

it('saves what it took in also when its page was left meanwhile', async () => {
  save.mockRejectedValueOnce(new Problem(412, { code: 'precondition.failed' }, new Headers()))
  reload.mockResolvedValue({ version: 7, text: 'oud', why: 'daarom' })
  const { unmount } = show(<Form />)
  write('van mij')
  unmount()
  await waitFor(() => expect(save).toHaveBeenLastCalledWith({ text: 'van mij', why: 'daarom' }, 7))
  await waitFor(async () => expect(await readDraft('/k')).toBeUndefined())
})

it('knows after the page was opened again what a kept text goes on from', async () => {
  await keepDraft('/k', { text: JSON.stringify({ version: 0, base: { text: 'oud', why: 'eerst' }, fields: { text: 'bijna af', why: 'eerst' } }), savedAt: 0 })
  save.mockRejectedValueOnce(new Problem(412, { code: 'precondition.failed' }, new Headers()))
  reload.mockResolvedValue({ version: 7, text: 'oud', why: '' })
  show(<Form />)
  await waitFor(() => expect(field().value).toBe('bijna af'))
  await press('nu')
  await waitFor(() => expect(save).toHaveBeenLastCalledWith({ text: 'bijna af', why: '' }, 7))
})

it('asks nobody about a row that somebody else took away while another field was written', async () => {
  interface Rows {
    text: string
    rows: { id: string | null }[]
  }
  const settle = (fields: Rows, saved: Rows) => ({ ...fields, rows: fields.rows.map((row) => ({ id: saved.rows.some(({ id }) => id === row.id) ? row.id : null })) })
  const sent = vi.fn<(fields: Rows, version: number) => Promise<Rows & { version: number }>>()
  sent.mockRejectedValueOnce(new Problem(412, {}, new Headers())).mockImplementation((fields, version) => Promise.resolve({ ...fields, version: version + 1 }))
  const read = ({ text, rows }: Rows) => ({ text, rows })
  const theirs = { version: 2, text: 'oud', rows: [{ id: 'p2' }] }
  function WithRows() {
    const { state, edit, flush } = useAutosave({ version: 1, text: 'oud', rows: [{ id: 'p1' }, { id: 'p2' }] } as Rows & { version: number }, { key: 'r', fieldsOf: read, save: sent, reload: () => Promise.resolve(theirs), onSaved: () => undefined, settle })
    return (
      <>
        <button onClick={() => edit({ text: 'nieuw' })}>schrijf</button>
        <button onClick={() => void flush()}>nu</button>
        <output>{state.kind}</output>
      <em>{state.kind === 'waiting' && state.isAsked ? 'wie drukte, hoort het' : ''}</em>
      </>
    )
  }
  show(<WithRows />)
  await press('schrijf')
  await press('nu')
  await waitFor(() => expect(sent).toHaveBeenLastCalledWith({ text: 'nieuw', rows: [{ id: 'p2' }] }, 2))
  expect(state()).toBe('saved')
})

it('tells whoever pressed a button for it from what it tries by itself', async () => {
  vi.useFakeTimers()
  const pass = (milliseconds: number) => act(async () => void (await vi.advanceTimersByTimeAsync(milliseconds)))
  save.mockRejectedValue(new NoAnswer('/'))
  show(<Form />)
  write('onderweg')
  await pass(1300)
  expect(state()).toBe('waiting')
  expect(screen.queryByText('wie drukte, hoort het')).toBeNull()
  await press('nu')
  await pass(10)
  expect(screen.getByText('wie drukte, hoort het')).toBeTruthy()
  await pass(5000)
  expect(screen.queryByText('wie drukte, hoort het')).toBeNull()
})

it('tells a session that ended from a text that was refused', async () => {
  save.mockImplementation(() => Promise.reject(new Problem(401, { code: 'session.missing' }, new Headers())))
  show(<Form />)
  write('nieuw')
  await press('nu')
  await waitFor(() => expect(state()).toBe('ended'))
  expect((await readDraft('/k'))?.text).toContain('nieuw')
})
