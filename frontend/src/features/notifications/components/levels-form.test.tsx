import { fireEvent, render, screen, waitFor } from '@testing-library/preact'
import { afterEach, expect, it, vi } from 'vitest'
import { Around, show } from '@/testing/render'
import type { Level, Preference } from '../settings-api'
import { LevelsForm } from './levels-form'

const wish = (talk: Level): Preference => ({ levels: { talk, progress: 'at-once', outcomes: 'at-once', new: 'at-once' }, hour: 8, weekday: 1 })

function ask(preference: Preference) {
  const sent: unknown[] = []
  vi.stubGlobal('fetch', (_: string, init: RequestInit) => {
    sent.push(JSON.parse(init.body as string))
    return Promise.resolve(new Response(init.body as string, { status: 200, headers: { 'Content-Type': 'application/json' } }))
  })
  const onLanguage = vi.fn(() => Promise.resolve())
  const shown = show(<LevelsForm preference={preference} language="nl" onLanguage={onLanguage} onSaved={() => undefined} />)
  return { sent, onLanguage, leave: shown.unmount }
}

afterEach(() => vi.unstubAllGlobals())

it('asks when the overview comes of who wants one, and on which day only when it is weekly', () => {
  const { leave } = ask(wish('at-once'))
  expect(screen.queryByLabelText('Hoe laat')).toBeNull()
  leave()
  const daily = ask(wish('daily'))
  expect(screen.getByLabelText('Hoe laat')).toBeTruthy()
  expect(screen.queryByLabelText(/Welke dag/)).toBeNull()
  daily.leave()
  ask(wish('weekly'))
  expect(screen.getByLabelText(/Welke dag/).textContent).toContain('maandag')
})

it('saves all topics at once, and the language only when it changed', async () => {
  const { sent, onLanguage } = ask(wish('daily'))
  fireEvent.click(screen.getByRole('button', { name: 'Opslaan' }))
  await waitFor(() => expect(sent).toEqual([wish('daily')]))
  expect(onLanguage).not.toHaveBeenCalled()
  fireEvent.click(screen.getByLabelText('Engels'))
  await waitFor(() => expect(screen.getByLabelText<HTMLInputElement>('Engels').checked).toBe(true))
  fireEvent.click(screen.getByRole('button', { name: 'Opslaan' }))
  await waitFor(() => expect(onLanguage).toHaveBeenCalledWith('en'))
})

it('puts back nothing that was changed elsewhere while it was open, also when something was chosen here', async () => {
  const sent: unknown[] = []
  vi.stubGlobal('fetch', (_: string, init: RequestInit) => {
    sent.push(JSON.parse(init.body as string))
    return Promise.resolve(new Response(init.body as string, { status: 200, headers: { 'Content-Type': 'application/json' } }))
  })
  const form = (preference: Preference) => (
    <Around>
      <LevelsForm preference={preference} language="nl" onLanguage={() => Promise.resolve()} onSaved={() => undefined} />
    </Around>
  )
  const { rerender } = render(form(wish('daily')))
  const hour = screen.getByLabelText<HTMLSelectElement>('Hoe laat')
  hour.value = '17'
  // `fireEvent.change` makes an input event of it.
  hour.dispatchEvent(new Event('change', { bubbles: true }))
  await waitFor(() => expect(hour.value).toBe('17'))
  rerender(form(wish('weekly')))
  fireEvent.click(screen.getByRole('button', { name: 'Opslaan' }))
  await waitFor(() => expect(sent).toEqual([{ ...wish('weekly'), hour: 17 }]))
})
