import { fireEvent, screen, waitFor } from '@testing-library/preact'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import type { MyProfile } from '@/api/types'
import { Problem } from '@/api/problems'
import { kept } from '@/testing/idb-keyval'
import { Around, show } from '@/testing/render'
import { PartForm } from './part-form'

vi.mock('idb-keyval', () => import('@/testing/idb-keyval'))

beforeEach(() => {
  kept.clear()
})
afterEach(() => vi.restoreAllMocks())

const said = (version: number, text: string) => ({ story: { text, audience: 'nobody', consentedAt: '2026-11-01T12:00:00Z', version } }) as unknown as MyProfile
const sent: number[] = []

function form(profile: MyProfile, now: MyProfile) {
  return (
    <PartForm<string>
      name="Mijn verhaal"
      profile={profile}
      read={({ story }) => (story ? { ...story, what: story.text } : null)}
      nothing=""
      draft="w/story"
      isEmpty={(text) => text === ''}
      inWords={(text) => text}
      field={(text, _, write) => <textarea aria-label="Verhaal" value={text} onInput={(event) => write(event.currentTarget.value)} />}
      send={({ what }, version) => {
        sent.push(version)
        return version === now.story?.version ? Promise.resolve(said(version + 1, what)) : Promise.reject(new Problem(412, { detail: 'Iemand was u voor.' }, new Headers()))
      }}
      onSaved={() => Promise.resolve()}
      onStale={() => Promise.resolve(now)}
    />
  )
}
const field = () => screen.getByLabelText<HTMLTextAreaElement>('Verhaal')
const save = () => fireEvent.click(screen.getByRole('button', { name: /^Opslaan/ }))

it('saves nothing over what one wrote in another window, before that was seen', async () => {
  const there = said(2, 'Uit het andere venster')
  const { rerender } = show(form(said(1, 'Toen'), there))
  fireEvent.input(field(), { target: { value: 'Uit dit venster' } })
  // The page was looked at again, and fetched it.
  rerender(<Around>{form(there, there)}</Around>)
  save()
  await screen.findByText(/Uit het andere venster/)
  expect(field().value).toBe('Uit dit venster')
  fireEvent.click(screen.getByRole('button', { name: 'Mijn tekst houden' }))
  save()
  await waitFor(() => expect(sent).toEqual([1, 2]))
})

it('shows what was written in another window, as long as nothing was typed here', async () => {
  const there = said(2, 'Uit het andere venster')
  const { rerender } = show(form(said(1, 'Toen'), there))
  rerender(<Around>{form(there, there)}</Around>)
  await waitFor(() => expect(field().value).toBe('Uit het andere venster'))
})
