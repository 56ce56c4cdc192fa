import { createEvent, fireEvent, screen, waitFor } from '@testing-library/preact'
import { afterEach, expect, it, vi } from 'vitest'
import { onAnnouncement } from '@/lib/announcer'
import { show } from '@/testing/render'
import { MemberList } from './member-list'

afterEach(() => vi.unstubAllGlobals())

it('saves the weeks of orientation one after another, only the last of what waits, and shows them until the server has them', async () => {
  const sent: { weeks: number | null; answer: () => void }[] = []
  vi.stubGlobal('fetch', (_: string, init: RequestInit) => new Promise<Response>((done) => sent.push({ ...(JSON.parse(init.body as string) as { weeks: number | null }), answer: () => done(new Response(null, { status: 204 })) })))
  let fetched: () => void = () => undefined
  const onChanged = vi.fn(() => new Promise<void>((done) => (fetched = done)))
  const heard: string[] = []
  const deaf = onAnnouncement((sentence) => heard.push(sentence))
  show(<MemberList tenant="ess" network="n1" pages={[{ items: [], alumni: [], firstWeeks: 6 }]} more={null} own="p1" owner="w" onChanged={onChanged} />)
  const select = screen.getByRole<HTMLSelectElement>('combobox')
  // `fireEvent.change` makes an input event of it.
  const pick = (value: string) => fireEvent(select, createEvent.change(select, { target: { value } }))
  expect([...select.options].map(({ value }) => value)).toEqual(['0', '4', '6', '8', '12', '26'])
  pick('8')
  await waitFor(() => expect(sent).toHaveLength(1))
  pick('12')
  pick('0')
  await new Promise((done) => setTimeout(done, 20))
  expect(sent.map(({ weeks }) => weeks), 'nothing overtakes it').toEqual([8])
  expect(select.value).toBe('0')
  sent[0]?.answer()
  await waitFor(() => expect(sent.map(({ weeks }) => weeks)).toEqual([8, null]))
  sent[1]?.answer()
  await waitFor(() => expect(onChanged).toHaveBeenCalledTimes(1))
  expect(select.value, 'until it is fetched').toBe('0')
  expect(heard).toEqual([])
  fetched()
  await waitFor(() => expect(select.value, 'what the server says').toBe('6'))
  expect(heard).toEqual(['Opgeslagen. Het geldt voor wie vanaf nu binnenkomt.'])
  deaf()
})
