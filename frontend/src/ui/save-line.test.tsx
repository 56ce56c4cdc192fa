import { act, screen } from '@testing-library/preact'
import { afterEach, expect, it, vi } from 'vitest'
import { onAnnouncement } from '@/lib/announcer'
import { Around, show } from '@/testing/render'
import { SaveLine } from './save-line'

afterEach(() => vi.restoreAllMocks())

it('says that a text is on this device only, and without a connection leaves it to the notice to speak', async () => {
  const onLine = vi.spyOn(navigator, 'onLine', 'get').mockReturnValue(true)
  show(<SaveLine state={{ kind: 'waiting' }} />)
  expect(screen.getByRole('status').textContent).toContain('Bewaard op dit apparaat, nog niet op het platform.')
  onLine.mockReturnValue(false)
  await act(() => void dispatchEvent(new Event('offline')))
  expect(screen.getByText('Geen verbinding. Wat u typt, is bewaard op dit apparaat, nog niet op het platform.')).toBeTruthy()
  expect(screen.queryByRole('status')).toBeNull()
})

it('says aloud to who pressed a button that it is not saved, and not with each attempt that it makes by itself', () => {
  vi.spyOn(navigator, 'onLine', 'get').mockReturnValue(false)
  const heard: string[] = []
  const stop = onAnnouncement((sentence) => heard.push(sentence))
  const { rerender } = show(<SaveLine state={{ kind: 'waiting', isAsked: true }} />)
  for (const isAsked of [false, false, true]) {
    rerender(
      <Around>
        <SaveLine state={{ kind: 'waiting', isAsked }} />
      </Around>,
    )
  }
  expect(heard).toEqual(Array(2).fill('Geen verbinding. Wat u typt, is bewaard op dit apparaat, nog niet op het platform.'))
  stop()
})

it('says that what somebody else changed is in the text now', () => {
  show(<SaveLine state={{ kind: 'saved', at: new Date(), isMerged: true }} />)
  expect(screen.getByRole('status').textContent).toContain('Iemand anders veranderde deze tekst ook')
})

it('says aloud that it is saved: the first time, and again after it was not', () => {
  const heard: string[] = []
  const stop = onAnnouncement((sentence) => heard.push(sentence))
  const at = (minute: number) => new Date(Date.UTC(2026, 0, 1, 9, minute))
  const { rerender } = show(<SaveLine state={{ kind: 'saved', at: null }} />)
  const then = (state: Parameters<typeof SaveLine>[0]['state']) =>
    rerender(
      <Around>
        <SaveLine state={state} />
      </Around>,
    )
  expect(heard).toEqual([])
  for (const minute of [1, 2]) {
    then({ kind: 'saving' })
    then({ kind: 'saved', at: at(minute) })
  }
  expect(heard).toEqual(['Opgeslagen om 10:01'])
  then({ kind: 'waiting' })
  then({ kind: 'saving' })
  then({ kind: 'saved', at: at(3) })
  expect(heard).toEqual(['Opgeslagen om 10:01', 'Opgeslagen om 10:03'])
  stop()
})

it('finds nothing wrong with a text whose writer’s session ended', () => {
  show(<SaveLine state={{ kind: 'ended' }} />)
  expect(screen.getByText('Bewaard op dit apparaat, nog niet op het platform. Meld u opnieuw aan.')).toBeTruthy()
})
