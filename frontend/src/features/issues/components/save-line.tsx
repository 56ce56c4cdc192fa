import { useI18n } from '@/i18n'
import { clockTime } from '@/lib/dates'
import type { SaveState } from '../use-autosave'

/** Whether what one typed is safe; spoken only when it is not. */
export function SaveLine(props: { state: SaveState }) {
  const { t, locale } = useI18n()
  const { state } = props
  if (state.kind === 'saved') return <p className="np-soft">{state.at ? t('saved-at', { time: clockTime(locale, state.at) }) : t('saves-itself')}</p>
  if (state.kind === 'saving') return <p className="np-soft">{t('saving')}</p>
  return (
    <p className="np-save-line" role="status">
      {t(state.kind === 'waiting' ? 'save-waiting' : 'save-refused')}
    </p>
  )
}
