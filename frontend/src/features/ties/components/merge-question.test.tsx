import { fireEvent, screen, waitFor } from '@testing-library/preact'
import { afterEach, expect, it, vi } from 'vitest'
import type { MergeQuestion as Question } from '@/api/types'
import { show } from '@/testing/render'
import { MergeQuestion } from './merge-question'

afterEach(() => vi.unstubAllGlobals())

const other = { id: 'n2', name: 'Noord', tenant: 'ess', tenantName: 'Essen', purpose: 'Samen verder.', readable: true }
const question = (rulesVersion: number) =>
  ({ asked: true, cameAlong: false, houseRulesHtml: `<p>Regels ${String(rulesVersion)}</p>`, into: other, reason: 'Wij zijn klein.', rulesVersion, shownName: 'Fatima', until: '2027-01-01T12:00:00Z' }) as unknown as Question
const open = () => show(<MergeQuestion tenant="ess" network="n1" address={() => '/'} />)
const box = () => screen.findByRole<HTMLInputElement>('checkbox', { name: 'Ik ga akkoord met de huisregels' })

it('asks again when the rules became others, and says so at the box', async () => {
  let version = 1
  const sent: unknown[] = []
  vi.stubGlobal('fetch', (_: string, { method, body }: RequestInit) => {
    if (method !== 'POST') return Promise.resolve(new Response(JSON.stringify({ question: question(version) })))
    sent.push(JSON.parse(String(body)))
    version = 2
    const errors = [{ pointer: '/rules', code: 'rules.changed', detail: 'De huisregels zijn veranderd.' }]
    return Promise.resolve(new Response(JSON.stringify({ code: 'request.invalid', detail: 'Kijk na.', errors }), { status: 400 }))
  })
  open()
  fireEvent.click(await box())
  expect((await box()).checked).toBe(true)
  fireEvent.click(screen.getByRole('button', { name: 'Ik ga mee' }))
  await screen.findByText('Regels 2')
  const now = await box()
  expect(now.checked).toBe(false)
  expect(document.getElementById(now.getAttribute('aria-describedby') ?? '')?.textContent).toBe('De huisregels zijn veranderd.')
  expect(screen.queryByRole('alert')).toBeNull()
  fireEvent.click(screen.getByRole('button', { name: 'Ik ga mee' }))
  await waitFor(() => expect(sent).toEqual([{ rules: 1, name: 'Fatima' }, { rules: null, name: 'Fatima' }]))
})

it('says that it could not be asked', async () => {
  vi.stubGlobal('fetch', () => Promise.reject(new TypeError('network')))
  open()
  expect((await screen.findByRole('alert')).textContent).toContain('Er kwam geen antwoord')
})
