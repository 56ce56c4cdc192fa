import type { NetworkKind, Visibility } from '@/api/types'
import type { PlainKey } from '@/i18n'

export const KIND: Record<NetworkKind, { key: PlainKey; hint: PlainKey }> = {
  knowledge: { key: 'network-kind-knowledge', hint: 'network-kind-knowledge-hint' },
  theme: { key: 'network-kind-theme', hint: 'network-kind-theme-hint' },
  advisory: { key: 'network-kind-advisory', hint: 'network-kind-advisory-hint' },
  learning: { key: 'network-kind-learning', hint: 'network-kind-learning-hint' },
  session: { key: 'network-kind-session', hint: 'network-kind-session-hint' },
}
export const KINDS = Object.keys(KIND) as NetworkKind[]

/** The rules to begin from; whoever founds the network makes them its own. */
export const RULES: Record<NetworkKind, PlainKey> = {
  knowledge: 'network-rules-knowledge',
  theme: 'network-rules-theme',
  advisory: 'network-rules-advisory',
  learning: 'network-rules-learning',
  session: 'network-rules-session',
}

/** A first text for what it is for, likewise. */
export const PURPOSES: Record<NetworkKind, PlainKey> = {
  knowledge: 'network-purpose-knowledge',
  theme: 'network-purpose-theme',
  advisory: 'network-purpose-advisory',
  learning: 'network-purpose-learning',
  session: 'network-purpose-session',
}

/** Who may know of it; what is said inside is always for those who are in it. */
export const READERS: Record<Visibility, { key: PlainKey; said: PlainKey }> = {
  invited: { key: 'network-visibility-invited', said: 'network-readers-invited' },
  tenant: { key: 'network-visibility-tenant', said: 'network-readers-tenant' },
  platform: { key: 'network-visibility-platform', said: 'network-readers-platform' },
  public: { key: 'network-visibility-public', said: 'network-readers-public' },
}
