import { useI18n } from '@/i18n'
import { longDay } from '@/lib/dates'
import { pageAddress } from '@/lib/page-address'

/** On paper only: where this is to be found again and when it was read; with the code to scan of a page that anybody may read. */
export function PrintedFrom({ code }: { code?: string | undefined }) {
  const { t, locale } = useI18n()
  return (
    <div className="np-print-only np-printed">
      <p className="np-small">{t('printed-from', { address: pageAddress(), day: longDay(locale, new Date().toISOString()) })}</p>
      {code ? <img src={code} alt={t('printed-code')} width="120" height="120" /> : null}
    </div>
  )
}
