interface Page<T> {
  items: T[]
  next?: string | null
}

/** All of a list from which somebody chooses: what stands on a later page is there as well. */
export async function everyPage<T>(load: (page: { cursor: string; limit: number }) => Promise<Page<T>>): Promise<T[]> {
  const all: T[] = []
  for (let cursor: string | null = ''; cursor !== null; ) {
    const { items, next }: Page<T> = await load({ cursor, limit: 100 })
    all.push(...items)
    cursor = next ?? null
  }
  return all
}
