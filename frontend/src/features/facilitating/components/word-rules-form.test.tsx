import { fireEvent, screen, waitFor } from '@testing-library/preact'
import { afterEach, expect, it, vi } from 'vitest'
import type { WordRuleList } from '@/api/types'
import { kept } from '@/testing/idb-keyval'
import { Around, show } from '@/testing/render'
import { WordRulesForm } from './word-rules-form'

vi.mock('idb-keyval', () => import('@/testing/idb-keyval'))

afterEach(() => {
  vi.unstubAllGlobals()
  kept.clear()
})

const list = (version: number, ...phrases: string[]): WordRuleList => ({ version, items: phrases.map((phrase) => ({ phrase, why: 'Waarom.' })), canWrite: true })
const form = (now: WordRuleList, onStale = () => Promise.resolve(now)) => <WordRulesForm tenant="ess" list={now} draft="w/words" onSaved={vi.fn()} onStale={onStale} />
const words = () => screen.getAllByLabelText<HTMLInputElement>('Woord of woorden').map(({ value }) => value)
const write = (value: string) => fireEvent.input(screen.getAllByLabelText('Woord of woorden').at(-1) as HTMLElement, { target: { value } })
/** Answers what is asked about the list; what another file left behind and sends now is none of it. */
const serve = (answer: (init: RequestInit) => Promise<Response>) =>
  vi.stubGlobal('fetch', (path: string, init: RequestInit) => (path.includes('/word-rules') ? answer(init) : new Promise(() => undefined)))
const settled = () => waitFor(() => expect(screen.getByRole('button', { name: 'Bewaar de lijst' }).getAttribute('aria-busy')).toBeNull())
const press = (name: string) => fireEvent.click(screen.getByRole('button', { name }))

it('never saves over a rule of somebody else that came in meanwhile', async () => {
  const sent: (string | null)[] = []
  serve((init) => {
    const from = new Headers(init.headers).get('If-Match')
    sent.push(from)
    const isLate = from === '"1"'
    const body = isLate ? { code: 'precondition.failed', detail: 'Iemand was u voor.', status: 412, errors: [] } : list(3, 'die mensen', 'van mij')
    return Promise.resolve(new Response(JSON.stringify(body), { status: isLate ? 412 : 200, headers: { 'Content-Type': isLate ? 'application/problem+json' : 'application/json' } }))
  })
  const theirs = list(2, 'die mensen', 'van een ander')
  const { rerender } = show(form(list(1, 'die mensen')))
  press('Voeg een regel toe')
  write('van mij')
  // The page was looked at again, and fetched the list.
  rerender(<Around>{form(theirs)}</Around>)
  press('Bewaar de lijst')
  await screen.findByText(/Iemand anders veranderde de lijst intussen/)
  await settled()
  expect(words()).toEqual(['die mensen', 'van mij'])
  press('Bewaar de lijst')
  await waitFor(() => expect(sent).toEqual(['"1"', '"2"']))
})

it('shows what somebody else wrote, as long as nothing was typed', async () => {
  const { rerender } = show(form(list(1, 'die mensen')))
  rerender(<Around>{form(list(2, 'die mensen', 'van een ander'))}</Around>)
  await waitFor(() => expect(words()).toEqual(['die mensen', 'van een ander']))
})

it('keeps a rule that is typed while the list is being saved', async () => {
  let answer: (response: Response) => void = () => undefined
  const sent: unknown[] = []
  serve((init) => {
    sent.push(new Headers(init.headers).get('If-Match'))
    return new Promise<Response>((resolve) => (answer = resolve))
  })
  show(form(list(1, 'die mensen')))
  write('dat volk')
  press('Bewaar de lijst')
  await waitFor(() => expect(sent).toHaveLength(1))
  press('Voeg een regel toe')
  write('jullie')
  answer(new Response(JSON.stringify(list(2, 'dat volk')), { headers: { 'Content-Type': 'application/json' } }))
  await settled()
  expect(words()).toEqual(['dat volk', 'jullie'])
  press('Bewaar de lijst')
  await waitFor(() => expect(sent).toEqual(['"1"', '"2"']))
})
