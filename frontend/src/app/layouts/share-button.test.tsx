import { fireEvent, screen, waitFor } from '@testing-library/preact'
import { afterEach, expect, it, vi } from 'vitest'
import { show } from '@/testing/render'
import { PrintedFrom } from './printed-from'
import { ShareButton } from './share-button'

afterEach(() => vi.unstubAllGlobals())

const press = () => fireEvent.click(screen.getByRole('button', { name: 'Delen' }))

it('leaves sharing to the device where it can', () => {
  const share = vi.fn(() => Promise.reject(new Error('closed')))
  vi.stubGlobal('navigator', { share })
  show(<ShareButton title="Het plein" />)
  press()
  expect(share).toHaveBeenCalledWith({ title: 'Het plein', url: location.href })
  expect(screen.getByRole('status').textContent).toBe('')
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
