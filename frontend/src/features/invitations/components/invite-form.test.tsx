import { fireEvent, screen, waitFor } from '@testing-library/preact'
import { useState } from 'react'
import { afterEach, expect, it, vi } from 'vitest'
import { show } from '@/testing/render'
import { NOTHING, withChosen, type Writing } from '../writing'
import { InviteForm } from './invite-form'

const SUGGESTION = {
  person: 'p1',
  name: 'Fatima',
  reasons: [{ kind: 'expertise' as const, term: { id: 't1', key: 'debt', kind: 'expertise' as const, name: 'schulden' } }],
  experience: 'Twintig jaar schuldhulp.',
  languages: ['ti', 'nl'],
  askedOften: true,
}

const answer = (status: number, body: unknown) => new Response(JSON.stringify(body), { status, headers: { 'Content-Type': 'application/json' } })

function Page({ begun = NOTHING }: { begun?: Writing }) {
  const [writing, setWriting] = useState(begun)
  return <InviteForm tenant="ess" issue="i1" suggestions={[SUGGESTION]} plans={[]} writing={writing} onWrite={setWriting} onSent={() => undefined} />
}

function ask(...answers: (() => Promise<Response>)[]) {
  const calls: { key: string | null; body: unknown }[] = []
  vi.stubGlobal('fetch', (_: string, init: RequestInit) => {
    calls.push({ key: new Headers(init.headers).get('Idempotency-Key'), body: JSON.parse(init.body as string) })
    return (answers[calls.length - 1] ?? answers[answers.length - 1])?.()
  })
  show(<Page />)
  fireEvent.click(screen.getByLabelText('Fatima'))
  fireEvent.input(screen.getByLabelText(/^E.mailadressen/), { target: { value: 'ben@voorbeeld.nl' } })
  return calls
}
const send = () => fireEvent.click(screen.getByRole('button', { name: '2 uitnodigingen sturen' }))

afterEach(() => vi.unstubAllGlobals())

it('says why somebody fits, asks everyone at once and tells what became of each', async () => {
  const results = { items: [{ person: 'p1', outcome: 'sent' }, { email: 'ben@voorbeeld.nl', outcome: 'takes-part' }] }
  const calls = ask(() => Promise.resolve(answer(201, results)))
  expect(screen.getByText(/Weet van .*schulden.* · Dit jaar al vaak gevraagd/)).toBeTruthy()
  send()
  await screen.findByText('Zo ging het')
  expect(calls[0]?.body).toEqual({ invitees: [{ person: 'p1' }, { email: 'ben@voorbeeld.nl' }], until: null, role: 'participant' })
  expect(screen.getByText('Fatima', { selector: 'bdi' }).closest('li')?.textContent).toContain('de uitnodiging is verstuurd')
  expect(screen.getByText('ben@voorbeeld.nl').closest('li')?.textContent).toContain('doet al mee')
})

it('keeps what was chosen when no answer comes, and asks again as the same request', async () => {
  const calls = ask(
    () => Promise.reject(new TypeError('offline')),
    () => Promise.resolve(answer(201, { items: [] })),
  )
  send()
  const refused = await screen.findByRole('alert')
  // Beside the button: on a phone the top of the form is screens away.
  expect(refused.nextElementSibling?.contains(screen.getByRole('button', { name: '2 uitnodigingen sturen' }))).toBe(true)
  send()
  await waitFor(() => expect(calls).toHaveLength(2))
  expect(calls[1]).toEqual(calls[0])
})

it('says at the field that nobody was chosen, and sends nothing', () => {
  const calls = ask()
  fireEvent.click(screen.getByLabelText('Fatima'))
  fireEvent.input(screen.getByLabelText(/^E.mailadressen/), { target: { value: '' } })
  fireEvent.click(screen.getByRole('button', { name: 'Uitnodiging sturen' }))
  expect(screen.getByLabelText(/^E.mailadressen/).getAttribute('aria-invalid')).toBe('true')
  expect(calls).toHaveLength(0)
})

it('gives each of several people words of their own, and the next one none of them', async () => {
  const calls = ask(() => Promise.resolve(answer(201, { items: [] })))
  fireEvent.input(screen.getByLabelText('Uw persoonlijke woorden (niet verplicht)'), { target: { value: 'Denkt u mee?' } })
  fireEvent.input(screen.getByLabelText(/^Voor .*Fatima/), { target: { value: 'Dag Fatima' } })
  send()
  await waitFor(() => expect(calls).toHaveLength(1))
  expect(calls[0]?.body).toEqual({ invitees: [{ person: 'p1', text: 'Dag Fatima' }, { email: 'ben@voorbeeld.nl', text: 'Denkt u mee?' }], until: null, role: 'participant' })
  await waitFor(() => expect(screen.getByLabelText<HTMLTextAreaElement>('Uw persoonlijke woorden (niet verplicht)').value).toBe(''))
})

it('keeps an address that was typed while the answer was on its way, without who was asked', async () => {
  let answerNow: () => void = () => undefined
  const calls = ask(() => new Promise<Response>((resolve) => (answerNow = () => resolve(answer(201, { items: [] })))))
  const field = () => screen.getByLabelText<HTMLTextAreaElement>(/^E.mailadressen/)
  send()
  await waitFor(() => expect(calls).toHaveLength(1))
  fireEvent.input(field(), { target: { value: 'ben@voorbeeld.nl\nsara@voorbeeld.nl' } })
  answerNow()
  await waitFor(() => expect(field().value).toBe('sara@voorbeeld.nl'))
  expect(screen.getByLabelText<HTMLInputElement>('Fatima').checked).toBe(false)
  expect(screen.getByRole('button', { name: '1 uitnodiging sturen' })).toBeTruthy()
})

it('leaves somebody from the directory where they are when they are not asked after all', () => {
  show(<Page begun={withChosen(NOTHING, { person: 'p2', name: 'Gwen' }, true)} />)
  const gwen = screen.getByLabelText<HTMLInputElement>('Gwen')
  expect(gwen.checked).toBe(true)
  fireEvent.click(gwen)
  expect(screen.getByLabelText('Gwen')).toBe(gwen)
  expect(gwen.checked).toBe(false)
  fireEvent.click(gwen)
  expect(screen.getByRole('button', { name: '1 uitnodiging sturen' })).toBeTruthy()
})

it('tells what somebody says of themselves beside the reason', () => {
  show(<Page />)
  screen.getByText('Spreekt: Tigrinya, Nederlands')
  screen.getByText('De bagage van Fatima')
  screen.getByText('Twintig jaar schuldhulp.')
})

it('says of what was sent what is wrong with it, at the field too, and leaves the focus to whoever mends it', async () => {
  const errors = [{ pointer: '/invitees/1/email', code: 'email.invalid', detail: 'Dit is geen e-mailadres.' }]
  ask(() => Promise.resolve(answer(422, { code: 'request.invalid', title: 'Er klopt iets niet.', detail: '', errors })))
  const field = screen.getByLabelText<HTMLTextAreaElement>(/^E.mailadressen/)
  fireEvent.input(field, { target: { value: 'geenadres' } })
  fireEvent.click(screen.getByRole('button', { name: '1 uitnodiging sturen' }))
  await waitFor(() => expect(document.activeElement).toBe(screen.getByRole('group', { name: 'Wat er nog niet klopt' })))
  expect(field.getAttribute('aria-invalid')).toBe('true')
  const described = field.getAttribute('aria-describedby')?.split(' ').map((id) => document.getElementById(id)?.textContent)
  expect(described).toContain('geenadres: Dit is geen e-mailadres.')
  field.focus()
  fireEvent.input(field, { target: { value: 'geenadres@voorbeeld.nl' } })
  expect(document.activeElement).toBe(field)
  expect(screen.queryByText(/geenadres@voorbeeld.nl: /)).toBeNull()
})
