import { useI18n } from '@/i18n'
import { clockTime } from '@/lib/dates'
import { useOnline } from '@/lib/use-online'

type Kind = { kind: 'saved'; at: Date | null; isMerged?: boolean } | { kind: 'saving' | 'waiting' | 'refused' | 'conflict' }

/** Whether what one typed is safe; spoken only when it is not yet with the server. */
export function SaveLine({ state }: { state: Kind }) {
  const { t, locale } = useI18n()
  const online = useOnline()
  if (state.kind === 'saved' && state.isMerged) {
    return (
      <p className="np-soft" role="status">
        {t('saved-merged')}
      </p>
    )
  }
  if (state.kind === 'saved') return <p className="np-soft">{state.at ? t('saved-at', { time: clockTime(locale, state.at) }) : t('saves-itself')}</p>
  if (state.kind === 'saving') return <p className="np-soft">{t('saving')}</p>
  // The notice on top of the page has spoken this already, and gives way to the one that is nearer.
  if (state.kind === 'waiting' && !online) return <p className="np-save-line np-save-line--offline">{t('offline-banner')}</p>
  return (
    <p className="np-save-line" role="status">
      {t(state.kind === 'waiting' ? 'save-waiting' : 'save-refused')}
    </p>
  )
}
