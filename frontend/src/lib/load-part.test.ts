import { afterEach, expect, it, vi } from 'vitest'
import { loadPart } from './load-part'

afterEach(() => sessionStorage.clear())
const gone = (): Promise<never> => Promise.reject(new TypeError('Failed to fetch dynamically imported module'))

it('waits for a connection, and then goes on', async () => {
  const connected = vi.spyOn(navigator, 'onLine', 'get').mockReturnValue(false)
  const reload = vi.fn()
  const fetch = vi.fn<() => Promise<string>>().mockImplementationOnce(gone).mockResolvedValue('here')
  const part = loadPart(fetch, reload)
  await vi.waitFor(() => expect(fetch).toHaveBeenCalledTimes(1))
  connected.mockReturnValue(true)
  dispatchEvent(new Event('online'))
  expect(await part).toBe('here')
  expect(reload).not.toHaveBeenCalled()
})

it('loads the page anew where its part is gone, and says so when that does not help', async () => {
  const reload = vi.fn()
  void loadPart(gone, reload)
  await vi.waitFor(() => expect(reload).toHaveBeenCalledTimes(1))
  await expect(loadPart(gone, reload)).rejects.toThrow('Failed to fetch')
  expect(reload).toHaveBeenCalledTimes(1)
})

it('may load anew again after a part did come', async () => {
  const reload = vi.fn()
  void loadPart(gone, reload)
  await vi.waitFor(() => expect(reload).toHaveBeenCalledTimes(1))
  await loadPart(() => Promise.resolve('here'), reload)
  void loadPart(gone, reload)
  await vi.waitFor(() => expect(reload).toHaveBeenCalledTimes(2))
})
