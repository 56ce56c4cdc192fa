import { fireEvent, screen } from '@testing-library/preact'
import { afterEach, expect, it, vi } from 'vitest'
import { onAnnouncement } from '@/lib/announcer'
import { show } from '@/testing/render'
import { OnItsWay } from './app'

afterEach(() => vi.restoreAllMocks())

it('says of a page that waits for a connection that it does, with a way to try, and says so again when that does not help', async () => {
  const connected = vi.spyOn(navigator, 'onLine', 'get').mockReturnValue(false)
  const said: string[] = []
  const stop = onAnnouncement((sentence) => said.push(sentence))
  show(<OnItsWay />)
  expect(screen.getByRole('heading', { name: 'Geen verbinding' })).toBeTruthy()
  fireEvent.click(screen.getByRole('button', { name: 'Opnieuw proberen' }))
  expect(said).toEqual(['Geen verbinding'])
  connected.mockReturnValue(true)
  dispatchEvent(new Event('online'))
  await vi.waitFor(() => expect(screen.queryByRole('heading')).toBeNull())
  stop()
})
