import type { NetworkKind } from '@/api/types'
import type { PlainKey } from '@/i18n'
import type { Act, Step } from './api'
import type { TalkAct } from './talks-api'

export const KINDS: Record<NetworkKind, PlainKey> = {
  theme: 'network-kind-theme',
  knowledge: 'network-kind-knowledge',
  advisory: 'network-kind-advisory',
  learning: 'network-kind-learning',
  session: 'network-kind-session',
}

interface StepWords {
  /** What it is to the server. */
  act: Act
  action: PlainKey
  text: PlainKey
  done: PlainKey
}

export const STEPS: Record<Step, StepWords> = {
  accept: { act: 'accept', action: 'tie-accept', text: 'tie-accept-text', done: 'tie-accepted' },
  decline: { act: 'decline', action: 'tie-decline', text: 'tie-decline-text', done: 'tie-declined' },
  end: { act: 'end', action: 'tie-end', text: 'tie-end-text', done: 'tie-ended' },
  merge: { act: 'merge', action: 'tie-merge', text: 'tie-merge-text', done: 'tie-merge-proposed' },
  admit: { act: 'admit', action: 'tie-take-in', text: 'tie-take-in-text', done: 'tie-taken-in' },
  cancel: { act: 'cancel', action: 'tie-call-off', text: 'tie-call-off-text', done: 'tie-called-off' },
  // The same to the server, something else to people: there was no answer yet, or this is it.
  withdraw: { act: 'end', action: 'tie-withdraw', text: 'tie-withdraw-text', done: 'tie-withdrawn' },
  refuse: { act: 'cancel', action: 'tie-refuse', text: 'tie-refuse-text', done: 'tie-refused' },
  retract: { act: 'cancel', action: 'tie-retract', text: 'tie-retract-text', done: 'tie-retracted' },
}

export const TALK_ACTS: Record<TalkAct, { action: PlainKey; text: PlainKey; done: PlainKey }> = {
  accept: { action: 'talk-accept', text: 'talk-accept-text', done: 'talk-accepted' },
  decline: { action: 'talk-decline', text: 'talk-decline-text', done: 'talk-declined' },
  withdraw: { action: 'talk-withdraw', text: 'talk-withdraw-text', done: 'talk-withdrawn' },
}
