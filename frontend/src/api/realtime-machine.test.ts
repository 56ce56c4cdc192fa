import { describe, expect, it } from 'vitest'
import { type Effect, initial, type Input, type ServerFrame, type State, step } from './realtime-machine'

function play(inputs: Input[], from: State = initial): { state: State; effects: Effect[] } {
  let state = from
  const effects: Effect[] = []
  for (const input of inputs) {
    const [next, caused] = step(state, input)
    state = next
    effects.push(...caused)
  }
  return { state, effects }
}

const subscribe = (topic: string, after: number | null): Input => ({ type: 'subscribe', topic, after })
const frame = (value: ServerFrame): Input => ({ type: 'frame', frame: value })
const event = (topic: string, seq: number | null, kind = 'post'): Input => frame({ type: 'event', topic, seq, kind })
const delivered = (effects: Effect[]) => effects.flatMap((effect) => (effect.do === 'deliver' ? [effect.event.seq] : []))
const sent = (effects: Effect[]) => effects.flatMap((effect) => (effect.do === 'send' ? [effect.frame] : []))
const OPENED: Input = { type: 'opened' }
const CLOSED: Input = { type: 'closed' }
const RETRY: Input = { type: 'retry' }

describe('the socket', () => {
  it('opens one connection for the first topic and asks for each when it is open', () => {
    const { effects } = play([subscribe('thread:a', 4), subscribe('me', null), OPENED])
    expect(effects.filter((effect) => effect.do === 'connect')).toHaveLength(1)
    expect(sent(effects)).toEqual([
      { type: 'subscribe', topic: 'thread:a', after: 4 },
      { type: 'subscribe', topic: 'me' },
    ])
  })

  it('asks at once for a topic that comes later, and never twice', () => {
    const { effects } = play([subscribe('me', null), OPENED, subscribe('thread:a', 0), subscribe('thread:a', 0)])
    expect(sent(effects)).toHaveLength(2)
  })

  it('says that somebody is here or types only while it is open, and tells of others', () => {
    const here: Input = { type: 'presence', topic: 'thread:a' }
    const { effects } = play([subscribe('thread:a', 4), here, OPENED, here, { type: 'typing', topic: 'thread:a' }])
    expect(sent(effects).slice(1)).toEqual([here, { type: 'typing', topic: 'thread:a' }])
    const people = [{ name: 'Noor', person: 'p1' }]
    const told = play([subscribe('thread:a', 4), OPENED, frame({ type: 'presence', topic: 'thread:a', people, count: 1 }), frame({ type: 'typing', topic: 'thread:a', name: 'Noor', person: 'p1' })])
    expect(told.effects.slice(-2)).toEqual([
      { do: 'presence', topic: 'thread:a', presence: { people, count: 1 } },
      { do: 'typing', topic: 'thread:a', who: people[0] },
    ])
  })

  it('asks after a reconnection for everything after the last it delivered', () => {
    const { effects } = play([subscribe('thread:a', 4), OPENED, event('thread:a', 5), event('thread:a', 6), CLOSED, RETRY, OPENED])
    expect(sent(effects).at(-1)).toEqual({ type: 'subscribe', topic: 'thread:a', after: 6 })
  })

  it('drops what it has seen', () => {
    const { effects } = play([subscribe('thread:a', 4), OPENED, event('thread:a', 4), event('thread:a', 5), event('thread:a', 5), event('thread:a', 3)])
    expect(delivered(effects)).toEqual([5])
  })

  it('accepts numbers that skip', () => {
    const { effects } = play([subscribe('thread:a', 4), OPENED, event('thread:a', 9), event('thread:a', 10)])
    expect(delivered(effects)).toEqual([9, 10])
  })

  it('fetches what is shown when too much was missed, and goes on from the number that the server names', () => {
    const { state, effects } = play([subscribe('thread:a', 1), OPENED, frame({ type: 'resync', topic: 'thread:a', seq: 400 }), event('thread:a', 400), event('thread:a', 401)])
    expect(effects).toContainEqual({ do: 'refresh', topic: 'thread:a', after: 'silence' })
    expect(delivered(effects)).toEqual([401])
    expect(sent(play([CLOSED, RETRY, OPENED], state).effects)).toEqual([{ type: 'subscribe', topic: 'thread:a', after: 401 }])
  })

  it('finds out that a connection is dead, and comes back', () => {
    const asked = play([subscribe('me', null), subscribe('thread:a', 3), OPENED, { type: 'probe' }])
    expect(sent(asked.effects).at(-1)).toEqual({ type: 'subscribe', topic: 'thread:a', after: 3 })
    expect(play([{ type: 'overdue' }], asked.state).effects).toEqual([{ do: 'disconnect' }, { do: 'wait', attempt: 0 }])
    const answered = play([frame({ type: 'subscribed', topic: 'thread:a', seq: 3 }), { type: 'overdue' }], asked.state)
    expect(answered.effects).toEqual([])
  })

  it('does not fetch again because of a probe', () => {
    const answered = frame({ type: 'subscribed', topic: 'me' })
    const { effects } = play([subscribe('me', null), OPENED, answered, { type: 'probe' }, answered])
    expect(effects.filter((effect) => effect.do === 'refresh')).toHaveLength(1)
  })

  it('comes back later when the server is busy', () => {
    const { state } = play([subscribe('thread:a', 3), OPENED, frame({ type: 'problem', topic: 'thread:a', code: 'unavailable' })])
    expect(sent(play([RETRY, OPENED], state).effects)).toEqual([{ type: 'subscribe', topic: 'thread:a', after: 3 }])
  })

  it('passes on every announcement, and says that some may be missing from before it is served, each time', () => {
    const answered = frame({ type: 'subscribed', topic: 'me' })
    const first = play([subscribe('me', null), OPENED, answered, event('me', null, 'notified'), event('me', null, 'notified')])
    expect(delivered(first.effects)).toHaveLength(2)
    expect(first.effects.filter((effect) => effect.do === 'refresh')).toEqual([{ do: 'refresh', topic: 'me', after: 'beginning' }])
    const second = play([CLOSED, RETRY, OPENED, answered], first.state)
    expect(second.effects).toContainEqual({ do: 'refresh', topic: 'me', after: 'silence' })
  })

  it('says of a numbered topic when announcements beside its changes begin to come, and not because of a probe', () => {
    const answered = frame({ type: 'subscribed', topic: 'thread:a', seq: 3 })
    const served = (effects: Effect[]) => effects.filter((effect) => effect.do === 'served')
    const first = play([subscribe('thread:a', 3), OPENED], initial)
    expect(served(first.effects)).toEqual([])
    const begun = play([answered, { type: 'probe' }, answered], first.state)
    expect(served(begun.effects)).toEqual([{ do: 'served', topic: 'thread:a' }])
    expect(served(play([CLOSED, RETRY, OPENED, answered], begun.state).effects)).toHaveLength(1)
  })

  it('does not fetch what it has again when the server says that nothing was missed', () => {
    const answers = [frame({ type: 'subscribed', topic: 'me', missed: false }), frame({ type: 'subscribed', topic: 'thread:a', seq: 3, missed: false })]
    const again = (effects: Effect[]) => effects.filter((effect) => effect.do === 'refresh' || effect.do === 'served')
    const first = play([subscribe('me', null), subscribe('thread:a', 3), OPENED, ...answers])
    expect(again(first.effects)).toEqual([])
    // Who is there has to be heard anew.
    expect(again(play([CLOSED, RETRY, OPENED, ...answers], first.state).effects)).toEqual([{ do: 'served', topic: 'thread:a' }])
  })

  it('waits longer after each failure and starts over after success', () => {
    const failing = play([subscribe('me', null), CLOSED, RETRY, CLOSED, RETRY, CLOSED])
    expect(failing.effects.flatMap((effect) => (effect.do === 'wait' ? [effect.attempt] : []))).toEqual([0, 1, 2])
    const flapping = play([RETRY, OPENED, CLOSED], failing.state)
    expect(flapping.effects.at(-1)).toEqual({ do: 'wait', attempt: 3 })
    const recovered = play([RETRY, OPENED, frame({ type: 'subscribed', topic: 'me' }), CLOSED], failing.state)
    expect(recovered.effects.at(-1)).toEqual({ do: 'wait', attempt: 0 })
  })

  it('lets go of a topic that is refused, and does not ask for it again', () => {
    const { effects } = play([subscribe('thread:x', 0), subscribe('me', null), OPENED, frame({ type: 'problem', topic: 'thread:x', code: 'thread.not-found' }), CLOSED, RETRY, OPENED])
    expect(effects).toContainEqual({ do: 'refused', topic: 'thread:x', code: 'thread.not-found' })
    expect(sent(effects).filter((sentFrame) => sentFrame.topic === 'thread:x')).toHaveLength(1)
  })

  it('hangs up with the last topic', () => {
    const { state, effects } = play([subscribe('me', null), OPENED, { type: 'unsubscribe', topic: 'me' }])
    expect(effects.at(-1)).toEqual({ do: 'disconnect' })
    expect(play([CLOSED], state).effects).toEqual([])
  })

  it('ignores frames for topics that were given up', () => {
    expect(play([subscribe('me', null), OPENED, event('thread:a', 1)]).effects.some((effect) => effect.do === 'deliver')).toBe(false)
  })

  it('misses nothing and doubles nothing, wherever the connection breaks', () => {
    const log = Array.from({ length: 12 }, (_, index) => index + 1)
    for (let breaks = 0; breaks < 2 ** 11; breaks += 7) {
      let state = play([subscribe('thread:a', 0), OPENED]).state
      const seen: unknown[] = []
      const feed = (inputs: Input[]) => {
        const played = play(inputs, state)
        state = played.state
        seen.push(...delivered(played.effects))
        return played.effects
      }
      for (const seq of log) {
        if (breaks & (1 << (seq - 1))) {
          const asked = sent(feed([CLOSED, RETRY, OPENED])).at(-1)
          const after = asked?.type === 'subscribe' ? (asked.after ?? 0) : 0
          // The server replays, and streams the same again: registering comes before reading.
          feed(log.filter((number) => number > after && number <= seq).map((number) => event('thread:a', number)))
        }
        feed([event('thread:a', seq)])
      }
      expect(seen).toEqual(log)
    }
  })
})
