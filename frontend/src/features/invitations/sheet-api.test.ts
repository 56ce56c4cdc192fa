import { describe, expect, it } from 'vitest'
import { textOf } from './sheet-api'

describe('a file with addresses', () => {
  it('is read in the encoding that it was saved in', async () => {
    const own = new Blob([new TextEncoder().encode('één@example.org')])
    expect(await textOf(own)).toBe('één@example.org')
    const older = new Blob([new Uint8Array([0xe9, 0xe9, 0x6e, 0x40])])
    expect(await textOf(older)).toBe('één@')
  })
})
