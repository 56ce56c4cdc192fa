import { describe, expect, it } from 'vitest'
import { endsBeforeItBegins, isAskable, isMeant, narrowing, readFilter, widest, writeFilter } from './filter'

const read = (address: string) => readFilter(new URLSearchParams(address))

describe('what is asked', () => {
  it('comes back from the address as it was put there', () => {
    const address = 'q=mantel+zorg&kind=post&tenant=ess&theme=0190a2b0-0000-7000-8000-000000000001&from=2026-01-01&to=2026-02-01'
    expect(writeFilter(read(address)).toString()).toBe(address)
  })
  it('is less when the address is damaged, and never a fault', () => {
    expect(writeFilter(read('q=+zorg+&kind=alles&theme=x&region=1&from=gisteren&to=2026-1-1')).toString()).toBe('q=zorg')
  })
  it('takes no day whose year is still being typed', () => {
    expect(['', '0002-01-01', '0020-01-01', '0202-01-01', '2020-01-01'].map(isMeant)).toEqual([true, false, false, false, true])
  })
  it('is asked from two letters on, or without words when something narrows', () => {
    expect(['q=z', 'q=zo', 'q=é', '', 'kind=issue', 'tenant=ess', 'q=z&tenant=ess'].map((address) => isAskable(read(address)))).toEqual([false, true, false, false, true, true, false])
  })
  it('is not asked for a period that ends before it begins', () => {
    const filter = read('q=zorg&from=2026-02-01&to=2026-01-01')
    expect([endsBeforeItBegins(filter), isAskable(filter)]).toEqual([true, false])
  })
  it('counts a period as one filter, and forgets all but the words', () => {
    const filter = read('q=zorg&kind=post&tenant=ess&from=2026-01-01&to=2026-02-01')
    expect(narrowing(filter)).toBe(2)
    expect(writeFilter(widest(filter)).toString()).toBe('q=zorg')
  })
})
