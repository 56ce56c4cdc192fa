import { useEffect, useRef } from 'react'
import { useI18n } from '@/i18n'
import { announce } from '@/lib/announcer'
import { clockTime } from '@/lib/dates'
import { useOnline } from '@/lib/use-online'

type Kind = { kind: 'saved'; at: Date | null; isMerged?: boolean } | { kind: 'saving' | 'ended' | 'refused' | 'conflict' } | { kind: 'waiting'; isAsked?: boolean }

/** Whether what one typed is safe; spoken when it is not yet with the server, and the first time that it is. */
export function SaveLine({ state }: { state: Kind }) {
  const { t, locale } = useI18n()
  const online = useOnline()
  useHeard(state)
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
  // This too: nothing is wrong with the text, and the notice stays in sight and leads to where one signs in.
  if (state.kind === 'ended') return <p className="np-save-line">{t('save-ended')}</p>
  return (
    <p className="np-save-line" role="status">
      {t(state.kind === 'waiting' ? 'save-waiting' : 'save-refused')}
    </p>
  )
}

/** That it is saved is said once, and once more after it was not: with each pause in the typing it would be in the way. */
function useHeard(state: Kind): void {
  const { t, locale } = useI18n()
  const said = useRef(false)
  const isAsked = state.kind === 'waiting' && state.isAsked
  // Whoever pressed a button for it waits for an answer, also when the notice has spoken long ago.
  useEffect(() => {
    if (isAsked) announce(t(navigator.onLine ? 'save-waiting' : 'offline-banner'))
  }, [state, isAsked, t])
  useEffect(() => {
    if (state.kind !== 'saved') said.current &&= state.kind === 'saving'
    // What was merged speaks for itself.
    else if (state.at && !state.isMerged && !said.current) {
      said.current = true
      announce(t('saved-at', { time: clockTime(locale, state.at) }))
    }
  }, [state, t, locale])
}
