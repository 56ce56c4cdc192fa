import type { QueryClient, QueryKey } from '@tanstack/react-query'

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
