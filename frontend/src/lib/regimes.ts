import type { PlainKey } from '@/i18n'

/** The rules of a room, from the widest to the most closed. */
export const REGIMES = ['open', 'trusted', 'confidential', 'authorless'] as const

type Regime = (typeof REGIMES)[number]

/** What each is called, and what it means in a line. */
export const REGIME: Record<Regime, { key: PlainKey; hint: PlainKey }> = {
  open: { key: 'regime-open', hint: 'regime-open-hint' },
  trusted: { key: 'regime-trusted', hint: 'regime-trusted-hint' },
  confidential: { key: 'regime-confidential', hint: 'regime-confidential-hint' },
  authorless: { key: 'regime-authorless', hint: 'regime-authorless-hint' },
}

/** Whether readers learn who wrote what. Where they do not, a text stays in this browser until it is sent. */
export const namesPeople = (regime: Regime): boolean => regime === 'open' || regime === 'trusted'

/** Those that a conversation may have under an issue of this one: never a wider one. */
export const atLeast = (regime: Regime): readonly Regime[] => REGIMES.slice(REGIMES.indexOf(regime))
