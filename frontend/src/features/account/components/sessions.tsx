import { useQuery, useQueryClient } from '@tanstack/react-query'
import type { Session } from '@/api/types'
import { useMutation } from '@/api/use-mutation'
import { type Translate, useI18n } from '@/i18n'
import { friendlyMoment } from '@/lib/dates'
import { DataBadge } from '@/ui/badge'
import { Button } from '@/ui/button'
import { ConfirmButton } from '@/ui/confirm'
import { Refused } from '@/ui/refused'
import { Skeleton } from '@/ui/states'
import { toast } from '@/ui/toast'
import { sessionsQuery, signOutEverywhere, signOutThere } from '../api'

/** Where one is signed in, with a way to end each. */
export function Sessions() {
  const { t } = useI18n()
  const { data, error } = useQuery(sessionsQuery)
  return (
    <section className="np-stack" aria-labelledby="sessions-title">
      <div className="np-stack np-stack--tight">
        <h2 id="sessions-title">{t('sessions-title')}</h2>
        <p>{t('sessions-lead')}</p>
      </div>
      {data ? null : <Refused error={error} />}
      {data || error ? null : <Skeleton lines={2} />}
      <ul role="list" className="np-stack np-stack--tight">
        {data?.map((session) => (
          <Row key={session.id} session={session} />
        ))}
      </ul>
      <div>
        <ConfirmButton
          label={t('sessions-end-all')}
          title={t('sessions-end-all-title')}
          act={signOutEverywhere}
          onDone={() => location.assign('/')}
        >
          {t('sessions-end-all-text')}
        </ConfirmButton>
      </div>
    </section>
  )
}

/** The server tells the browser and the system apart by a dot; either may be unknown. */
function nameOf(t: Translate, device: string): string {
  const [browser, system] = device.split(' · ')
  if (browser && system) return t('sessions-device', { browser, system })
  return browser || t('sessions-unknown')
}

function Row({ session }: { session: Session }) {
  const { t, locale } = useI18n()
  const client = useQueryClient()
  const device = nameOf(t, session.device)
  const end = useMutation({
    mutationFn: () => signOutThere(session.id),
    onSuccess: () => {
      toast(t('sessions-ended'))
      return client.invalidateQueries({ queryKey: sessionsQuery.queryKey })
    },
  })
  return (
    <li className="np-sheet np-stack np-stack--tight">
      <div className="np-row np-row--between">
        <span>
          {device} {session.current ? <DataBadge>{t('sessions-current')}</DataBadge> : null}
          {session.current ? null : (
            <>
              <br />
              <span className="np-soft np-small">{t('sessions-last', { moment: friendlyMoment(locale, session.renewedAt, new Date()) })}</span>
            </>
          )}
        </span>
        {session.current ? null : (
          <Button appearance="subtle" aria-label={t('sessions-end-name', { device })} busy={end.isPending} onClick={() => end.mutate()}>
            {t('sign-out')}
          </Button>
        )}
      </div>
      <Refused error={end.error} />
    </li>
  )
}
