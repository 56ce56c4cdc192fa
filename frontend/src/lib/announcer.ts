/** One polite voice for screen readers: short sentences about what changed without a change of focus. */
type Listener = (sentence: string) => void
const listeners = new Set<Listener>()

export function announce(sentence: string): void {
  for (const listener of listeners) listener(sentence)
}

export function onAnnouncement(listener: Listener): () => void {
  listeners.add(listener)
  return () => void listeners.delete(listener)
}
