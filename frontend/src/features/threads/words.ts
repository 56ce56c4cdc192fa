import type { Capacity, Readers, Regime } from '@/api/types'
import type { PlainKey, Translate } from '@/i18n'

export const READERS: Record<Readers, PlainKey> = {
  everyone: 'readers-everyone',
  'signed-in': 'readers-signed-in',
  tenant: 'readers-tenant',
  participants: 'readers-participants',
}

export const MAIL_RULE: Record<Regime, PlainKey> = { open: 'regime-open-mail', trusted: 'regime-trusted-mail' }

export const QUOTE_RULE: Record<Regime, PlainKey> = { open: 'regime-open-quote', trusted: 'regime-trusted-quote' }

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
