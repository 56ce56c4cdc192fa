import { realtime, useLost } from '@/api/realtime'
import { useEnded } from '@/api/session'
import { useI18n } from '@/i18n'
import { useOnline } from '@/lib/use-online'
import { Button } from '@/ui/button'
import { here } from '../links'
import { paths } from '../paths'

/** What is wrong between here and the server: said once, politely, with what one can do. */
export function Notices() {
  const { t } = useI18n()
  const online = useOnline()
  const lost = useLost()
  const ended = useEnded()
  return (
    <div role="status" className={`np-offline${ended ? ' np-offline--ended' : ''}`}>
      {ended ? (
        <p>
          {t('session-ended')} <a href={paths.signIn(here())}>{t('session-ended-action')}</a>
        </p>
      ) : online ? (
        lost ? (
          <p>
            {t('connection-lost')}{' '}
            <Button appearance="subtle" onClick={realtime().wake}>
              {t('connection-retry')}
            </Button>
          </p>
        ) : null
      ) : (
        <p className="np-offline__lost">{t('offline-banner')}</p>
      )}
    </div>
  )
}
