import { backoff } from '@/lib/backoff'
import { type ClientFrame, type Effect, initial, type Input, type ServerEvent, type ServerFrame, step } from './realtime-machine'

export interface Listener {
  onEvent?: (event: ServerEvent) => void
  onTyping?: (name: string) => void
  /** Announcements may have been missed: fetch again. */
  onRefresh?: () => void
  onRefused?: (code: string) => void
}

/** One socket per browser tab, many topics; all decisions are in realtime-machine. */
export class Realtime {
  private state = initial
  private socket: WebSocket | null = null
  private readonly listeners = new Map<string, Set<Listener>>()

  constructor(
    private readonly url: string,
    private readonly random: () => number = Math.random,
  ) {
    addEventListener('online', () => this.feed({ type: 'retry' }))
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

  private feed(input: Input): void {
    const [state, effects] = step(this.state, input)
    this.state = state
    for (const effect of effects) this.carryOut(effect)
  }

  private carryOut(effect: Effect): void {
    switch (effect.do) {
      case 'connect':
        return this.connect()
      case 'disconnect':
        return this.socket?.close(1000)
      case 'wait':
        setTimeout(() => this.feed({ type: 'retry' }), backoff(effect.attempt, this.random))
        return
      case 'send':
        return this.send(effect.frame)
      case 'deliver':
        return this.tell(effect.event.topic, (listener) => listener.onEvent?.(effect.event))
      case 'typing':
        return this.tell(effect.topic, (listener) => listener.onTyping?.(effect.name))
      case 'refresh':
        return this.tell(effect.topic, (listener) => listener.onRefresh?.())
      case 'refused':
        return this.tell(effect.topic, (listener) => listener.onRefused?.(effect.code))
    }
  }

  private tell(topic: string, say: (listener: Listener) => void): void {
    for (const listener of this.listeners.get(topic) ?? []) say(listener)
  }

  private send(frame: ClientFrame): void {
    if (this.socket?.readyState === WebSocket.OPEN) this.socket.send(JSON.stringify(frame))
  }

  private connect(): void {
    const socket = new WebSocket(this.url, 'netwerkplatform.v1')
    this.socket = socket
    const current = (input: Input) => {
      if (this.socket === socket) this.feed(input)
    }
    socket.onopen = () => current({ type: 'opened' })
    socket.onclose = () => current({ type: 'closed' })
    socket.onmessage = (message: MessageEvent<string>) => current({ type: 'frame', frame: JSON.parse(message.data) as ServerFrame })
  }
}

let shared: Realtime | null = null
export function realtime(): Realtime {
  shared ??= new Realtime(`${location.origin.replace(/^http/, 'ws')}/v1/socket`)
  return shared
}
