import { expect, it } from 'vitest'
import { addressesIn, inviteeAt, inviteesOf, isAddress } from './invitees'
import { stateOf } from './words'

it('reads addresses as people paste them, each once', () => {
  expect(addressesIn(' ada@voorbeeld.nl,\nBen@voorbeeld.nl; ada@voorbeeld.nl \n\n ben@voorbeeld.nl')).toEqual(['ada@voorbeeld.nl', 'Ben@voorbeeld.nl'])
  expect(addressesIn('  \n')).toEqual([])
})

it('tells addresses from the words between them', () => {
  expect(addressesIn('Ada Jansen <ada@voorbeeld.nl>, ben@voorbeeld.nl, ben@, cees@voorbeeld').filter(isAddress)).toEqual(['ben@voorbeeld.nl'])
})

it('gives everyone their own words, or else those for everyone', () => {
  expect(inviteesOf(['p1', 'p2'], ['c@voorbeeld.nl'], { p2: ' U weet dit. ', 'c@voorbeeld.nl': '  ' }, ' Doe mee ')).toEqual([
    { person: 'p1', text: 'Doe mee' },
    { person: 'p2', text: 'U weet dit.' },
    { email: 'c@voorbeeld.nl', text: 'Doe mee' },
  ])
  expect(inviteesOf(['p1'], [], {}, ' ')).toEqual([{ person: 'p1' }])
})

it('finds the invitee that a refused field is about', () => {
  expect([inviteeAt('/invitees/3/email'), inviteeAt('/invitees'), inviteeAt('/role')]).toEqual([3, null, null])
})

it('says that a mail did not arrive as long as nobody answered', () => {
  expect(stateOf({ state: 'sent', delivery: 'refused' }).key).toBe('invitation-undelivered')
  expect(stateOf({ state: 'accepted', delivery: 'refused' }).key).toBe('invitation-accepted')
})
