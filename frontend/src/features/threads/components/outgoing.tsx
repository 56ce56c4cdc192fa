import { useI18n } from '@/i18n'
import { Button } from '@/ui/button'
import type { Outgoing } from '../use-sending'

/** What was just sent, shown before the server has answered. */
export function OutgoingPost(props: { outgoing: Outgoing; name: string; onRetry: () => void; onTakeBack: () => void }) {
  const { t } = useI18n()
  const { outgoing } = props
  return (
    <article className="np-post np-post--outgoing" aria-label={t('outgoing-name')}>
      <h3 className="np-post__name">
        <bdi>{props.name}</bdi>
      </h3>
      <p className="np-prose np-prose--plain" dir="auto">
        {outgoing.body}
      </p>
      <div role="status">
        {outgoing.state === 'sending' ? (
          <p className="np-soft">{t('outgoing-sending')}</p>
        ) : (
          <div className="np-stack np-stack--tight">
            <p className="np-post__failed">{t('outgoing-waiting')}</p>
            <div className="np-row">
              <Button appearance="primary" onClick={props.onRetry}>
                {t('action-retry')}
              </Button>
              <Button appearance="secondary" onClick={props.onTakeBack}>
                {t('outgoing-take-back')}
              </Button>
            </div>
          </div>
        )}
      </div>
    </article>
  )
}
