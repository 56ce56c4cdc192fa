import type { QueryClient, QueryKey, QueryState } from '@tanstack/react-query'
import { isProblem, isTransient } from './problems'

/**
 * Something changed: whatever is shown under these keys is fetched again. A first fetch that is still on its way may have
 * been answered before the change, and is not begun again by invalidating; so that one is waited for.
 */
export async function lookAgain(client: QueryClient, ...keys: readonly QueryKey[]): Promise<void> {
  const look = async (queryKey: QueryKey) => {
    const first = client.getQueryCache().findAll({ queryKey, fetchStatus: 'fetching', predicate: ({ state }) => state.data === undefined })
    await Promise.allSettled(first.map((query) => query.promise))
    await client.invalidateQueries({ queryKey })
  }
  await Promise.all(keys.map(look))
}

const SECOND = 1000
const LONGEST = 30 * SECOND

/** Twice more before it counts as failed; without a connection that is known at once. */
export const askAgain = (failures: number, error: unknown): boolean => failures < 2 && isTransient(error) && navigator.onLine

/**
 * How long until what could not be fetched is asked for again while it is on screen: later each time, and not at all when
 * it would be refused again. Without a connection the page says so and stays as it is: a connection that comes back asks.
 */
export function againAfter({ state }: { state: Pick<QueryState<unknown>, 'status' | 'error' | 'errorUpdateCount'> }): number | false {
  const { status, error, errorUpdateCount } = state
  if (status !== 'error' || !isTransient(error) || !navigator.onLine) return false
  const asked = isProblem(error) ? (error.retryAfter ?? 0) * SECOND : 0
  return Math.max(asked, Math.min(LONGEST, SECOND * 2 ** errorUpdateCount))
}

/**
 * How every page asks. Also without a connection: the library's own way is to wait for one, without a word, and a page
 * that waits looks like a page that is slow.
 */
export const ASKING = { networkMode: 'always', refetchOnReconnect: true, staleTime: 15_000, retry: askAgain, refetchInterval: againAfter } as const

/** What others change and no socket tells of is looked at again for as long as it is on screen. */
export const whileShown = (query: Parameters<typeof againAfter>[0]): number | false => (query.state.status === 'error' ? againAfter(query) : LONGEST)
