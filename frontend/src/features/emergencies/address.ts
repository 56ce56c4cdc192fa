import type { About } from './api'

const PLACE = /\/(opgaven|gesprekken)\/([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})/i

/** What an address that somebody was sent is of; nothing when it is no address of an issue or a conversation. */
export function aboutOf(address: string): About {
  const [, kind, id] = PLACE.exec(address) ?? []
  if (!id) return {}
  return kind === 'opgaven' ? { issue: id } : { thread: id }
}
