import { fireEvent, screen, waitFor } from '@testing-library/preact'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import type { Participant } from '@/api/types'
import { onAnnouncement } from '@/lib/announcer'
import { keepFocus } from '@/lib/focus-kept'
import { kept } from '@/testing/idb-keyval'
import { show } from '@/testing/render'
import { Participants } from './participants'

vi.mock('idb-keyval', () => import('@/testing/idb-keyval'))

const LARS: Participant = { person: 'lars', name: 'Lars', role: 'facilitator', capacity: 'personal' }
const FATIMA: Participant = { person: 'fatima', name: 'Fatima', role: 'participant', capacity: 'personal' }
const BRAM: Participant = { person: 'bram', name: 'Bram', role: 'observer', capacity: 'personal' }
const REFUSED = { code: 'request.invalid', detail: '', errors: [{ pointer: '/reason', code: 'text.empty', detail: 'Vul een reden in.' }] }
const GONE = { code: 'issue.not-found', detail: 'Dit is er niet.', errors: [] }

let here: Participant[] = []
const sent: { path: string; body: unknown }[] = []
let answer: () => Response

beforeEach(() => {
  here = [LARS, FATIMA, BRAM]
  sent.length = 0
  vi.stubGlobal('fetch', (path: string, init: RequestInit) => {
    if (init.method !== 'POST') return Promise.resolve(new Response(JSON.stringify({ items: here })))
    sent.push({ path, body: JSON.parse(init.body as string) })
    return Promise.resolve(answer())
  })
})
afterEach(() => {
  vi.unstubAllGlobals()
  kept.clear()
})

const enter = async (keepsGuests: boolean, isWhole = true) => {
  show(<Participants tenant="ess" issue="i1" keepsGuests={keepsGuests} isWhole={isWhole} />)
  await screen.findByText('Fatima')
}
const ask = (name: string) => {
  const button = screen.getByRole('button', { name: `Beëindig deelname: ${name}` })
  button.focus()
  fireEvent.click(button)
}
const reason = () => screen.getByLabelText<HTMLTextAreaElement>('Reden')
const write = (words: string) => fireEvent.input(reason(), { target: { value: words } })
const end = () => fireEvent.click(screen.getByRole('button', { name: 'Beëindig deelname' }))

it('lets nobody but whoever facilitates end a part, and theirs never', async () => {
  await enter(false)
  expect(screen.queryByRole('button')).toBeNull()
})

it('ends a part with a reason; the row goes, and one is left at the list', async () => {
  keepFocus()
  const said = vi.fn()
  onAnnouncement(said)
  await enter(true)
  expect(screen.getAllByRole('button').map((button) => button.getAttribute('aria-label'))).toEqual(['Beëindig deelname: Fatima', 'Beëindig deelname: Bram'])
  ask('Fatima')
  expect(screen.getByRole('dialog', { name: /^Deelname van .?Fatima.? beëindigen\?$/ }).textContent).toContain('krijgt een mail met uw reden.')
  write('Twee keer namen genoemd.')
  answer = () => {
    here = [LARS, BRAM]
    return new Response(null, { status: 204 })
  }
  end()
  await waitFor(() => expect(screen.queryByText('Fatima')).toBeNull())
  expect(sent).toEqual([{ path: '/v1/tenants/ess/issues/i1/participants/fatima/_remove', body: { reason: 'Twee keer namen genoemd.' } }])
  expect(screen.queryByRole('dialog')).toBeNull()
  expect(said).toHaveBeenCalledWith(expect.stringMatching(/Fatima.? doet niet meer mee\./))
  await waitFor(() => expect(document.activeElement).toBe(screen.getByRole('heading', { name: 'Wie doen mee?' })))
  expect(kept.size).toBe(0)
})

it('says at the field why a reason is refused, and keeps what was typed', async () => {
  await enter(true)
  ask('Fatima')
  write('Omdat')
  answer = () => new Response(JSON.stringify(REFUSED), { status: 400 })
  end()
  await screen.findByText('Vul een reden in.')
  expect(reason().getAttribute('aria-invalid')).toBe('true')
  fireEvent.click(screen.getByRole('button', { name: 'Annuleren' }))
  ask('Bram')
  expect(reason().value).toBe('')
  fireEvent.click(screen.getByRole('button', { name: 'Annuleren' }))
  ask('Fatima')
  await waitFor(() => expect(reason().value).toBe('Omdat'))
})

it('asks again who takes part when somebody no longer did', async () => {
  await enter(true)
  ask('Fatima')
  write('Omdat')
  answer = () => {
    here = [LARS, BRAM]
    return new Response(JSON.stringify(GONE), { status: 404 })
  }
  end()
  await screen.findByText('Dit is er niet.')
  await waitFor(() => expect(screen.queryByText('Fatima')).toBeNull())
})

it.each([true, false])('says that others are in no list, unless it is whole: %s', async (isWhole) => {
  await enter(false, isWhole)
  expect(screen.queryByText('Wie hier verder meedoen, staat in geen lijst.') === null).toBe(isWhole)
})

it('shows who comes next when one asks for more', async () => {
  const asked: string[] = []
  const pages = [
    { items: [LARS, FATIMA], next: 'behind-fatima' },
    { items: [BRAM], next: null },
  ]
  vi.stubGlobal('fetch', (path: string) => {
    asked.push(path)
    return Promise.resolve(new Response(JSON.stringify(pages[path.includes('cursor=behind-fatima') ? 1 : 0])))
  })
  await enter(false)
  expect(screen.queryByText('Bram')).toBeNull()
  fireEvent.click(screen.getByRole('button', { name: 'Meer tonen' }))
  await screen.findByText('Bram')
  expect(screen.getByText('Fatima')).toBeTruthy()
  expect(asked).toHaveLength(2)
  expect(screen.queryByRole('button', { name: 'Meer tonen' })).toBeNull()
})
