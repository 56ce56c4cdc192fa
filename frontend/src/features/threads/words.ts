import type { Capacity, Readers, Regime } from '@/api/types'
import type { PlainKey, Translate } from '@/i18n'

export const READERS: Record<Readers, PlainKey> = {
  everyone: 'readers-everyone',
  'signed-in': 'readers-signed-in',
  tenant: 'readers-tenant',
  participants: 'readers-participants',
}

export const REGIME: Record<Regime, { key: PlainKey; hint: PlainKey }> = {
  open: { key: 'regime-open', hint: 'regime-open-hint' },
  trusted: { key: 'regime-trusted', hint: 'regime-trusted-hint' },
  confidential: { key: 'regime-confidential', hint: 'regime-confidential-hint' },
  authorless: { key: 'regime-authorless', hint: 'regime-authorless-hint' },
}

/** Who sees who said it. */
export const WHO_RULE: Record<Regime, PlainKey> = {
  open: 'regime-open-who',
  trusted: 'regime-trusted-who',
  confidential: 'regime-confidential-who',
  authorless: 'regime-authorless-who',
}

export const MAIL_RULE: Record<Regime, PlainKey> = {
  open: 'regime-open-mail',
  trusted: 'regime-trusted-mail',
  confidential: 'regime-confidential-mail',
  authorless: 'regime-confidential-mail',
}

export const QUOTE_RULE: Record<Regime, PlainKey> = {
  open: 'regime-open-quote',
  trusted: 'regime-trusted-quote',
  confidential: 'regime-confidential-quote',
  authorless: 'regime-authorless-quote',
}

export function capacityWords(t: Translate, capacity: Capacity, organisation: string | null | undefined): string {
  switch (capacity) {
    case 'personal':
      return t('capacity-personal')
    case 'on-behalf':
      return t('capacity-on-behalf', { organisation: organisation ?? '' })
    case 'official':
      return organisation ? t('capacity-official-of', { organisation }) : t('capacity-official')
  }
}
