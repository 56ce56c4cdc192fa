import { expect, it } from 'vitest'
import { saidOf } from './words'

it('says title of a title, and contribution of a contribution', () => {
  expect(saidOf({ kind: 'report-waiting', reason: 'you-moderate', about: 'title' })).toEqual({ what: 'notification-report-waiting-title', why: 'reason-you-moderate' })
  expect(saidOf({ kind: 'post-moderated', reason: 'you-posted', about: 'title' })).toEqual({ what: 'notification-post-moderated-title', why: 'reason-you-posted-title' })
  expect(saidOf({ kind: 'post-moderated', reason: 'you-posted', about: 'post' })).toEqual({ what: 'notification-post-moderated', why: 'reason-you-posted' })
  expect(saidOf({ kind: 'post-moderated', reason: 'you-posted', about: 'issue' })).toEqual({ what: 'notification-post-moderated-issue', why: 'reason-you-posted-issue' })
  expect(saidOf({ kind: 'report-received', reason: 'you-reported', about: 'title' })).toEqual({ what: 'notification-report-received', why: 'reason-you-reported' })
})

it('says of a handover what the colleague answered, and of an answer that is forgotten only that there was one', () => {
  const what = (accepted?: boolean) => saidOf({ kind: 'handover-answered', reason: 'you-hand-over', accepted }).what
  expect([what(true), what(false), what()]).toEqual(['notification-handover-accepted', 'notification-handover-declined', 'notification-handover-answered'])
})
