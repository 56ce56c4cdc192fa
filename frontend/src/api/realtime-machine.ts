/**
 * The socket as a pure state machine: events in, effects out, no clock and no network.
 *
 * Promise: a numbered topic delivers every change once and in order, through any number of reconnections: it asks for
 * everything after the last number it delivered and drops what it has seen. Numbers may skip (of a post that was edited
 * twice only the last change is replayed), so order is the server's promise and a gap is no alarm.
 * Events without a number are hints to fetch. Whenever such a topic begins to be served, the first time too, it hears
 * whether it may have missed some: what is shown was fetched before. The same holds for hints on a numbered topic (`served`).
 * A connection that looks open and is dead is found by asking again for a topic: no answer is an end.
 */
export interface ServerEvent {
  type: 'event'
  topic: string
  seq?: number | null
  kind: string
  data?: unknown
}

/** Somebody, as the room knows them. */
export interface Person {
  name: string
  person: string
}

/** Who has a conversation before them; without names when there are many. */
export interface Presence {
  people: readonly Person[]
  count: number
}

/** What is true for a few seconds only. */
type Passing = 'typing' | 'presence'

export type ServerFrame =
  | ServerEvent
  | { type: 'subscribed'; topic: string; seq?: number | null; missed?: boolean }
  | { type: 'typing'; topic: string; name: string; person: string }
  | ({ type: 'presence'; topic: string } & Presence)
  | { type: 'resync'; topic: string; seq: number }
  | { type: 'problem'; code: string; topic?: string | null }

export type ClientFrame =
  | { type: 'subscribe'; topic: string; after?: number; age?: number }
  | { type: 'unsubscribe'; topic: string }
  | { type: Passing; topic: string }

export type Input =
  | { type: 'subscribe'; topic: string; after: number | null }
  | { type: 'unsubscribe'; topic: string }
  | { type: Passing; topic: string }
  | { type: 'opened' }
  | { type: 'closed' }
  | { type: 'retry' }
  /** Nothing was heard for a while, or the device woke up: is anybody there? */
  | { type: 'probe' }
  /** The answer to a probe is overdue. */
  | { type: 'overdue' }
  | { type: 'frame'; frame: ServerFrame }

export type Effect =
  | { do: 'connect' }
  | { do: 'disconnect' }
  | { do: 'wait'; attempt: number }
  /** An answer is expected soon: see `overdue`. */
  | { do: 'expect' }
  | { do: 'send'; frame: ClientFrame }
  | { do: 'deliver'; event: ServerEvent }
  | { do: 'typing'; topic: string; who: Person }
  | { do: 'presence'; topic: string; presence: Presence }
  /** The topic may have missed announcements: fetch what is on screen again. Changes are certain after a silence only. */
  | { do: 'refresh'; topic: string; after: 'silence' | 'beginning' }
  /** From now on hints on a numbered topic arrive: what they are about was fetched before. */
  | { do: 'served'; topic: string }
  /** The server will not serve this topic (any more). */
  | { do: 'refused'; topic: string; code: string }

interface Topic {
  /** The number of the last delivered event; null when the topic is not numbered. */
  last: number | null
  /** Was served on an earlier connection. */
  returning: boolean
}

export interface State {
  link: 'idle' | 'connecting' | 'open' | 'waiting'
  attempt: number
  /** The topic by which the connection is being probed. */
  probing: string | null
  topics: ReadonlyMap<string, Topic>
}

export const initial: State = { link: 'idle', attempt: 0, probing: null, topics: new Map() }

type Step = [State, Effect[]]

export function step(state: State, input: Input): Step {
  switch (input.type) {
    case 'subscribe':
      return subscribe(state, input.topic, input.after)
    case 'unsubscribe':
      return unsubscribe(state, input.topic)
    case 'typing':
    case 'presence':
      return [state, state.link === 'open' ? [{ do: 'send', frame: { type: input.type, topic: input.topic } }] : []]
    case 'opened':
      return opened(state)
    case 'closed':
      return closed(state)
    case 'retry':
      return state.link === 'waiting' ? [{ ...state, link: 'connecting' }, [{ do: 'connect' }]] : [state, []]
    case 'probe':
      return probe(state)
    case 'overdue':
      return state.link === 'open' && state.probing !== null ? hangUp(state) : [state, []]
    case 'frame':
      return received(state, input.frame)
  }
}

function withTopic(state: State, name: string, topic: Topic | null): State {
  const topics = new Map(state.topics)
  if (topic) topics.set(name, topic)
  else topics.delete(name)
  return { ...state, topics }
}

function ask(name: string, topic: Topic): Effect {
  return { do: 'send', frame: topic.last === null ? { type: 'subscribe', topic: name } : { type: 'subscribe', topic: name, after: topic.last } }
}

function subscribe(state: State, name: string, after: number | null): Step {
  if (state.topics.has(name)) return [state, []]
  const topic: Topic = { last: after, returning: false }
  const next = withTopic(state, name, topic)
  if (state.link === 'open') return [next, [ask(name, topic)]]
  return state.link === 'idle' ? [{ ...next, link: 'connecting' }, [{ do: 'connect' }]] : [next, []]
}

function unsubscribe(state: State, name: string): Step {
  if (!state.topics.has(name)) return [state, []]
  const next = withTopic(state, name, null)
  if (next.topics.size === 0) return [{ ...next, link: 'idle', attempt: 0 }, state.link === 'idle' ? [] : [{ do: 'disconnect' }]]
  return [next, state.link === 'open' ? [{ do: 'send', frame: { type: 'unsubscribe', topic: name } }] : []]
}

function opened(state: State): Step {
  return [{ ...state, link: 'open', probing: null }, [...state.topics].map(([name, topic]) => ask(name, topic))]
}

function closed(state: State): Step {
  if (state.link === 'idle') return [state, []]
  return [{ ...state, link: 'waiting', attempt: state.attempt + 1 }, [{ do: 'wait', attempt: state.attempt }]]
}

function hangUp(state: State): Step {
  const [next, effects] = closed(state)
  return [next, [{ do: 'disconnect' }, ...effects]]
}

/** By a numbered topic if there is one: its answer changes nothing. */
function probe(state: State): Step {
  const names = [...state.topics.keys()]
  const name = names.find((each) => state.topics.get(each)?.last !== null) ?? names[0]
  const topic = name === undefined ? undefined : state.topics.get(name)
  if (state.link !== 'open' || state.probing !== null || name === undefined || !topic) return [state, []]
  return [{ ...state, probing: name }, [ask(name, topic), { do: 'expect' }]]
}

function received(before: State, frame: ServerFrame): Step {
  const state: State = { ...before, probing: null }
  const name = frame.topic
  const topic = name ? state.topics.get(name) : undefined
  if (!name || !topic) return [state, []]
  switch (frame.type) {
    case 'subscribed': {
      // Only now it is certain that the connection holds.
      const next = { ...withTopic(state, name, { ...topic, returning: true }), attempt: 0 }
      return [next, before.probing === name ? [] : begun(name, topic, frame.missed !== false)]
    }
    case 'event':
      return numbered(state, name, topic, frame)
    case 'typing':
      return [state, [{ do: 'typing', topic: name, who: { name: frame.name, person: frame.person } }]]
    case 'presence':
      return [state, [{ do: 'presence', topic: name, presence: { people: frame.people, count: frame.count } }]]
    case 'resync':
      return [withTopic(state, name, topic.last === null ? topic : { ...topic, last: frame.seq }), [{ do: 'refresh', topic: name, after: 'silence' }]]
    case 'problem':
      // The server is busy: come back later, with everything.
      if (frame.code === 'unavailable') return hangUp(state)
      return [withTopic(state, name, null), [{ do: 'refused', topic: name, code: frame.code }]]
  }
}

/** Who comes back to a numbered topic starts over with what nobody keeps: who is there. */
function begun(name: string, topic: Topic, missed: boolean): Effect[] {
  if (topic.last !== null) return missed || topic.returning ? [{ do: 'served', topic: name }] : []
  return missed ? [{ do: 'refresh', topic: name, after: topic.returning ? 'silence' : 'beginning' }] : []
}

function numbered(state: State, name: string, topic: Topic, event: ServerEvent): Step {
  const seq = event.seq ?? null
  if (seq === null || topic.last === null) return [state, [{ do: 'deliver', event }]]
  if (seq <= topic.last) return [state, []]
  return [withTopic(state, name, { ...topic, last: seq }), [{ do: 'deliver', event }]]
}
