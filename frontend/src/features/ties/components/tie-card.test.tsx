import { fireEvent, screen, waitFor, within } from '@testing-library/preact'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import type { Tie } from '@/api/types'
import { onAnnouncement } from '@/lib/announcer'
import { show } from '@/testing/render'
import { TieCard } from './tie-card'

vi.mock('idb-keyval', () => import('@/testing/idb-keyval'))

beforeEach(() => {
  HTMLDialogElement.prototype.showModal = vi.fn()
})

afterEach(() => vi.unstubAllGlobals())

const open = (side: Tie['side'], more: object = {}) => {
  const tie = { id: 't1', state: 'asked', side, askedAt: '2026-01-01T00:00:00Z', changedAt: '2026-01-01T00:00:00Z', motivation: 'Samen weten we meer.', can: {}, ...more } as unknown as Tie
  show(<TieCard tenant="ess" network="n1" tie={tie} href={null} owner="o" onChanged={() => undefined} />)
}

it('reads to who asked as their own words', () => {
  open('asker')
  expect(screen.getByText(/Waarom u contact zoekt/)).toBeTruthy()
})

it('reads to who is asked as the words of the others', () => {
  open('asked')
  expect(screen.getByText(/Waarom zij contact zoeken/)).toBeTruthy()
})

it.each([
  ['Trek de vraag in', { can: { withdraw: true } }, 'Het andere netwerk kan er niet meer op antwoorden. De komende dertig dagen kunnen de netwerken elkaar niet opnieuw vragen.', '_end', 'De vraag is ingetrokken.'],
  ['Liever niet', { state: 'tied', can: { takeIn: true, callOff: true } }, 'Het andere netwerk gaat niet op in dit netwerk. U blijft wel in contact.', '_cancel', 'U zei nee.'],
  ['Trek het voorstel in', { state: 'tied', can: { callOff: true } }, 'Het andere netwerk kan er niet meer op antwoorden. U blijft wel in contact.', '_cancel', 'Het voorstel is ingetrokken.'],
] as const)('asks of %s what it is about, and says that it is done', async (name, more, about, act, done) => {
  const calls: string[] = []
  vi.stubGlobal('fetch', (url: string) => {
    calls.push(url)
    return Promise.resolve(new Response('{}', { headers: { 'Content-Type': 'application/json' } }))
  })
  const heard: string[] = []
  const deaf = onAnnouncement((sentence) => heard.push(sentence))
  open('asker', more)
  fireEvent.click(screen.getByRole('button', { name: new RegExp(`^${name}: `) }))
  const dialog = within(document.querySelector('dialog') as HTMLElement)
  expect(dialog.getByRole('heading', { hidden: true }).textContent).toBe(name)
  expect(dialog.getByText(about)).toBeTruthy()
  fireEvent.click(dialog.getByRole('button', { name, hidden: true }))
  await waitFor(() => expect(heard).toEqual([done]))
  expect(calls.at(-1)).toMatch(new RegExp(`/${act}$`))
  deaf()
})
