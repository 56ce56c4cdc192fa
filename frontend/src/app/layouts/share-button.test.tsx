import { fireEvent, screen, waitFor } from '@testing-library/preact'
import { afterEach, expect, it, vi } from 'vitest'
import { show } from '@/testing/render'
import { PrintedFrom } from './printed-from'
import { ShareButton } from './share-button'

afterEach(() => vi.unstubAllGlobals())

const press = () => fireEvent.click(screen.getByRole('button', { name: 'Delen' }))

it('leaves sharing to the device where it can', async () => {
  const share = vi.fn(() => Promise.reject(Object.assign(new Error('closed'), { name: 'AbortError' })))
  const writeText = vi.fn(() => Promise.resolve())
  vi.stubGlobal('navigator', { share, clipboard: { writeText } })
  show(<ShareButton title="Het plein" />)
  press()
  expect(share).toHaveBeenCalledWith({ title: 'Het plein', url: location.href })
  await Promise.allSettled(share.mock.results.map(({ value }) => value))
  expect(writeText).not.toHaveBeenCalled()
  expect(screen.getByRole('status').textContent).toBe('')
})

it('copies the link where the device refuses to share it', async () => {
  vi.stubGlobal('navigator', { share: () => Promise.reject(new Error('refused')), clipboard: { writeText: () => Promise.resolve() } })
  show(<ShareButton title="Het plein" />)
  press()
  await waitFor(() => expect(screen.getByRole('status').textContent).toBe('De link is gekopieerd.'))
})

it('copies the link elsewhere and says so', async () => {
  const writeText = vi.fn(() => Promise.resolve())
  vi.stubGlobal('navigator', { clipboard: { writeText } })
  show(<ShareButton title="Het plein" />)
  press()
  await waitFor(() => expect(screen.getByRole('status').textContent).toBe('De link is gekopieerd.'))
  expect(writeText).toHaveBeenCalledWith(location.href)
})

it('gives the address where nothing can be copied', async () => {
  vi.stubGlobal('navigator', {})
  show(<ShareButton title="Het plein" />)
  press()
  await waitFor(() => expect(screen.getByRole('status').textContent).toContain(location.href))
})

it('prints the code of a page that anybody may read, and of no other', () => {
  const { unmount } = show(<PrintedFrom code="/o/ess/opgaven/i1/code.svg" />)
  expect(screen.getByAltText('Code om deze pagina te openen op een telefoon').getAttribute('src')).toBe('/o/ess/opgaven/i1/code.svg')
  unmount()
  show(<PrintedFrom />)
  expect(screen.queryByRole('img')).toBeNull()
  expect(screen.getByText(/^Afgedrukt van .*, geraadpleegd op /)).toBeTruthy()
})
