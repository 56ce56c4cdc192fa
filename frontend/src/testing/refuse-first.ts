import { waitFor } from '@testing-library/preact'
import { expect, vi } from 'vitest'

const WHY = 'Dat mag hier niet.'

/** A server that refuses the first change, but only once the second was asked as well; it answers a question with `found`. */
export function refuseFirst(found: (path: string) => object = () => ({ items: [] })) {
  const changes: string[] = []
  vi.stubGlobal('fetch', async (path: string, { method }: RequestInit) => {
    if (method === 'GET') return new Response(JSON.stringify(found(path)))
    changes.push(path)
    if (changes.length > 1) return new Response(null, { status: 204 })
    await waitFor(() => expect(changes.length).toBe(2))
    return new Response(JSON.stringify({ code: 'x', detail: WHY, errors: [] }), { status: 403 })
  })
  return { why: WHY, changes }
}
