import { act, screen } from '@testing-library/preact'
import { afterEach, expect, it, vi } from 'vitest'
import { show } from '@/testing/render'
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

it('says that what somebody else changed is in the text now', () => {
  show(<SaveLine state={{ kind: 'saved', at: new Date(), isMerged: true }} />)
  expect(screen.getByRole('status').textContent).toContain('Iemand anders veranderde deze tekst ook')
})
