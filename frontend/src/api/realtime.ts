import { useSyncExternalStore } from 'react'
import { backoff } from '@/lib/backoff'
import { somethingChanged } from './client'
import { type ClientFrame, type Effect, initial, type Input, type Person, type Presence, type ServerEvent, type ServerFrame, step } from './realtime-machine'

export interface Listener {
  onEvent?: (event: ServerEvent) => void
  onTyping?: (who: Person) => void
  onPresence?: (presence: Presence) => void
  /** Announcements may have been missed: fetch again. */
  onRefresh?: () => void
  /** Announcements beside numbered changes come from now on: fetch what they are about. */
  onServed?: () => void
  onRefused?: (code: string) => void
}

/** After so much silence the connection is probed, and so long an answer may take. */
const SILENCE = 60_000
const ANSWER = 10_000
const SESSION_ENDED = 4001

/** One socket per browser tab, many topics; all decisions are in realtime-machine. */
export class Realtime {
  private state = initial
  private socket: WebSocket | null = null
  private readonly listeners = new Map<string, Set<Listener>>()
  private readonly watchers = new Set<() => void>()
  private readonly openers = new Set<() => void>()
  private heard = 0
  private expecting: ReturnType<typeof setTimeout> | undefined
  /** When the next attempt comes; null while connected or not trying. */
  retryAt: number | null = null
  /** The server hung up because the session is over. */
  whenSessionEnds: () => void = () => undefined

  constructor(
    private readonly url: string,
    private readonly random: () => number = Math.random,
  ) {
    addEventListener('online', () => this.wake())
    document.addEventListener('visibilitychange', () => {
      if (!document.hidden) this.wake()
    })
    setInterval(() => {
      if (!document.hidden && Date.now() - this.heard > SILENCE) this.feed({ type: 'probe' })
    }, SILENCE)
  }

  /** Listens to a topic; `after` is the number of the last change already known, null for topics without numbers. */
  subscribe(topic: string, after: number | null, listener: Listener): () => void {
    const known = this.listeners.get(topic) ?? new Set()
    this.listeners.set(topic, known.add(listener))
    this.feed({ type: 'subscribe', topic, after })
    return () => {
      known.delete(listener)
      if (known.size > 0) return
      this.listeners.delete(topic)
      this.feed({ type: 'unsubscribe', topic })
    }
  }

  typing(topic: string): void {
    this.feed({ type: 'typing', topic })
  }

  /** Says that the reader has this before them. */
  here(topic: string): void {
    this.feed({ type: 'presence', topic })
  }

  /** Now is a good moment to try again. */
  wake = (): void => {
    this.feed({ type: 'retry' })
    this.feed({ type: 'probe' })
  }

  /** Each time that a connection was made. */
  onOpened(listener: () => void): () => void {
    this.openers.add(listener)
    return () => void this.openers.delete(listener)
  }

  /** More than a hiccup: a first attempt to come back has failed. */
  lost = (): boolean => this.state.attempt > 1 && this.state.link !== 'open' && this.state.link !== 'idle'

  watch = (watcher: () => void): (() => void) => {
    this.watchers.add(watcher)
    return () => void this.watchers.delete(watcher)
  }

  private feed(input: Input): void {
    const [state, effects] = step(this.state, input)
    this.state = state
    for (const effect of effects) this.carryOut(effect)
    for (const watcher of this.watchers) watcher()
  }

  private carryOut(effect: Effect): void {
    switch (effect.do) {
      case 'connect':
        return this.connect()
      case 'disconnect':
        this.socket?.close(1000)
        this.socket = null
        return
      case 'wait': {
        const pause = backoff(effect.attempt, this.random)
        this.retryAt = Date.now() + pause
        setTimeout(() => this.feed({ type: 'retry' }), pause)
        return
      }
      case 'expect':
        clearTimeout(this.expecting)
        this.expecting = setTimeout(() => this.feed({ type: 'overdue' }), ANSWER)
        return
      case 'send':
        return this.send(effect.frame)
      case 'deliver':
        somethingChanged()
        return this.tell(effect.event.topic, (listener) => listener.onEvent?.(effect.event))
      case 'typing':
        return this.tell(effect.topic, (listener) => listener.onTyping?.(effect.who))
      case 'presence':
        return this.tell(effect.topic, (listener) => listener.onPresence?.(effect.presence))
      case 'refresh':
        if (effect.after === 'silence') somethingChanged()
        return this.tell(effect.topic, (listener) => listener.onRefresh?.())
      case 'served':
        return this.tell(effect.topic, (listener) => listener.onServed?.())
      case 'refused':
        return this.tell(effect.topic, (listener) => listener.onRefused?.(effect.code))
    }
  }

  private tell(topic: string, say: (listener: Listener) => void): void {
    for (const listener of this.listeners.get(topic) ?? []) say(listener)
  }

  private send(frame: ClientFrame): void {
    if (this.socket?.readyState !== WebSocket.OPEN) return
    this.socket.send(JSON.stringify(frame.type === 'subscribe' ? { ...frame, age: ageOfPage() } : frame))
  }

  private connect(): void {
    const socket = new WebSocket(this.url, 'netwerkplatform.v1')
    this.socket = socket
    this.retryAt = null
    const current = (act: () => void) => {
      if (this.socket === socket) act()
    }
    socket.onopen = () =>
      current(() => {
        this.feed({ type: 'opened' })
        for (const opened of this.openers) opened()
      })
    socket.onclose = (event?: CloseEvent) =>
      current(() => {
        this.feed({ type: 'closed' })
        if (event?.code === SESSION_ENDED) this.whenSessionEnds()
      })
    socket.onmessage = (message: MessageEvent<string>) =>
      current(() => {
        this.heard = Date.now()
        this.feed({ type: 'frame', frame: JSON.parse(message.data) as ServerFrame })
      })
  }
}

/** In milliseconds; nothing that is shown was fetched longer ago. One clock stands still while a device sleeps, and the other can be set back. */
const ageOfPage = (): number => Math.ceil(Math.max(performance.now(), Date.now() - performance.timeOrigin))

let shared: Realtime | null = null
export function realtime(): Realtime {
  shared ??= new Realtime(`${location.origin.replace(/^http/, 'ws')}/v1/socket`)
  return shared
}

/** Whether the server has been out of reach for longer than a moment. */
export function useLost(): boolean {
  const { watch, lost } = realtime()
  return useSyncExternalStore(watch, lost)
}
