import { useEffect, useRef } from 'react'
import { paths } from '@/app/paths'
import { type Translate, useI18n } from '@/i18n'
import { who } from '@/i18n/who'
import { announce } from '@/lib/announcer'
import { Button } from '@/ui/button'
import { HangingFiles } from '@/ui/hanging-files'
import { shown } from '../attached'
import { fileAddress } from '../files-api'
import type { Outgoing } from '../outbox'

/** What was just sent, shown before the server has answered. */
export function OutgoingPost(props: { tenant: string; item: Outgoing; name: string; onRetry: () => void; onTakeBack: () => void }) {
  const { t } = useI18n()
  const { item } = props
  const stopped = stoppedBy(t, item)
  useHeard(item.state, stopped)
  return (
    <article className="np-post np-post--outgoing" tabIndex={-1} aria-label={t('outgoing-name')}>
      <h3 className="np-post__name">
        <bdi>{who(t, props.name)}</bdi>
      </h3>
      <p className="np-prose np-prose--plain" dir="auto">
        {item.body}
      </p>
      <HangingFiles files={item.files.map(shown)} address={(id) => fileAddress(props.tenant, id)} />
      {stopped ? (
        <div className="np-stack np-stack--tight">
          <p className="np-post__failed">{stopped}</p>
          {item.earlier ? (
            <p>
              <a href={paths.thread(props.tenant, item.earlier.thread, item.earlier.seq)}>{t('outgoing-earlier', { number: item.earlier.seq })}</a>
            </p>
          ) : null}
          <div className="np-row">
            {item.state === 'waiting' ? (
              <Button appearance="primary" onClick={props.onRetry}>
                {t('action-retry')}
              </Button>
            ) : null}
            <Button appearance="secondary" onClick={props.onTakeBack}>
              {t('outgoing-take-back')}
            </Button>
          </div>
        </div>
      ) : (
        <p className="np-soft">{t(item.state === 'sending' ? 'outgoing-sending' : 'outgoing-queued')}</p>
      )}
    </article>
  )
}

/** Why it is not on its way; null when it is. */
function stoppedBy(t: Translate, { state, reason }: Outgoing): string | null {
  if (state === 'refused') return t('outgoing-refused', { reason: reason || t('act-failed') })
  if (state !== 'waiting') return null
  return reason === '' ? t('outgoing-waiting') : t('outgoing-slower', { reason })
}

/** Whoever looks elsewhere hears it too: once, and not with each attempt. */
function useHeard(state: Outgoing['state'], stopped: string | null): void {
  const heard = useRef<Outgoing['state'] | null>(null)
  useEffect(() => {
    if (stopped === null || heard.current === state) return
    heard.current = state
    announce(stopped)
  }, [state, stopped])
}
