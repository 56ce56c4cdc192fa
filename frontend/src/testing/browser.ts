import { vi } from 'vitest'

/** The parts of a browser that the test environment lacks; the socket is in the test's hand. */
export class FakeSocket {
  static last: FakeSocket | null = null
  static readonly OPEN = 1
  readyState = 1
  sent: unknown[] = []
  onopen: (() => void) | null = null
  onclose: (() => void) | null = null
  onmessage: ((message: { data: string }) => void) | null = null

  constructor() {
    FakeSocket.last = this
  }
  send(frame: string) {
    this.sent.push(JSON.parse(frame))
  }
  close() {
    this.onclose?.()
  }
  receive(frame: unknown) {
    this.onmessage?.({ data: JSON.stringify(frame) })
  }
}

export function fakeBrowser(): void {
  vi.stubGlobal('WebSocket', FakeSocket)
  vi.stubGlobal(
    'IntersectionObserver',
    class {
      observe() {
        return undefined
      }
      unobserve() {
        return undefined
      }
      disconnect() {
        return undefined
      }
    },
  )
}
