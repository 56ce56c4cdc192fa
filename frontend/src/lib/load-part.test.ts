import { afterEach, expect, it, vi } from 'vitest'
import { loadAgain, loadPart } from './load-part'

afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
  sessionStorage.clear()
})
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

it('tries again for who asks, and waits on when that does not help', async () => {
  vi.spyOn(navigator, 'onLine', 'get').mockReturnValue(false)
  const reload = vi.fn()
  const fetch = vi.fn<() => Promise<string>>().mockImplementationOnce(gone).mockImplementationOnce(gone).mockResolvedValue('here')
  const part = loadPart(fetch, reload)
  for (const times of [1, 2]) {
    await vi.waitFor(() => expect(fetch).toHaveBeenCalledTimes(times))
    await Promise.resolve()
    loadAgain()
  }
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

it('does not load anew for ever when other parts of the page do come', async () => {
  const reload = vi.fn()
  void loadPart(gone, reload)
  await vi.waitFor(() => expect(reload).toHaveBeenCalledTimes(1))
  await loadPart(() => Promise.resolve('here'), reload)
  await expect(loadPart(gone, reload)).rejects.toThrow('Failed to fetch')
  expect(reload).toHaveBeenCalledTimes(1)
})

it('may load anew at the next upgrade', async () => {
  vi.useFakeTimers({ toFake: ['Date'] })
  const reload = vi.fn()
  void loadPart(gone, reload)
  await vi.waitFor(() => expect(reload).toHaveBeenCalledTimes(1))
  vi.setSystemTime(Date.now() + 3_600_000)
  void loadPart(gone, reload)
  await vi.waitFor(() => expect(reload).toHaveBeenCalledTimes(2))
})

it('needs nothing that a browser may have switched off', async () => {
  const refuse = () => {
    throw new DOMException('denied', 'SecurityError')
  }
  vi.stubGlobal('sessionStorage', { getItem: refuse, setItem: refuse, removeItem: refuse, clear: () => undefined })
  expect(await loadPart(() => Promise.resolve('here'))).toBe('here')
  const reload = vi.fn()
  await expect(loadPart(gone, reload)).rejects.toThrow('Failed to fetch')
  expect(reload).not.toHaveBeenCalled()
})
