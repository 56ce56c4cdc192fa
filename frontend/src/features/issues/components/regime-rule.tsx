import type { Regime } from '@/api/types'
import { useI18n } from '@/i18n'
import { REGIME } from '@/lib/regimes'

/** What a kind of conversation is called, and what it means. */
export function RegimeRule({ regime }: { regime: Regime }) {
  const { t } = useI18n()
  const { key, hint } = REGIME[regime]
  return (
    <>
      {t(key)}. {t(hint)}
    </>
  )
}
