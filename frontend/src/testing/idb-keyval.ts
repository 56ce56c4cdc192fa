/** What a browser keeps, in the test's hand: `vi.mock('idb-keyval', () => import('@/testing/idb-keyval'))`. */
export const kept = new Map<string, unknown>()

export const createStore = () => (_mode: string, work: (store: object) => unknown) =>
  work({ get: (key: string) => kept.get(key), put: (value: unknown, key: string) => kept.set(key, value), delete: (key: string) => kept.delete(key) })
export const promisifyRequest = (answer: unknown) => Promise.resolve(answer)
export const get = (key: string) => Promise.resolve(kept.get(key))
export const set = (key: string, value: unknown) => Promise.resolve(kept.set(key, value))
export const del = (key: string) => Promise.resolve(kept.delete(key))
export const keys = () => Promise.resolve([...kept.keys()])
export const clear = () => Promise.resolve(kept.clear())
