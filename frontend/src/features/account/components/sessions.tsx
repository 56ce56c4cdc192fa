import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useI18n } from '@/i18n'
import { dropAllDrafts } from '@/lib/drafts'
import { friendlyMoment } from '@/lib/dates'
import { Button } from '@/ui/button'
import { toast } from '@/ui/toast'
import { sessionsQuery, signOutEverywhere, signOutThere } from '../api'

/** Where one is signed in, with a way to end each. */
export function Sessions() {
  const { t, locale } = useI18n()
  const client = useQueryClient()
  const { data } = useQuery(sessionsQuery)
  const end = useMutation({
    mutationFn: signOutThere,
    onSuccess: () => {
      toast(t('sessions-ended'))
      void client.invalidateQueries({ queryKey: sessionsQuery.queryKey })
    },
  })
  const endAll = async () => {
    await signOutEverywhere()
    await dropAllDrafts()
    location.assign('/')
  }
  if (!data) return null
  return (
    <section className="np-stack">
      <h2>{t('sessions-title')}</h2>
      <ul role="list" className="np-stack np-stack--tight">
        {data.map((session) => (
          <li key={session.id} className="np-sheet np-row np-row--between">
            <span>
              {session.device}
              <span className="np-soft"> · {session.current ? t('sessions-current') : friendlyMoment(locale, session.renewedAt, new Date())}</span>
            </span>
            {session.current ? null : (
              <Button appearance="subtle" aria-label={t('sessions-end-name', { device: session.device })} onClick={() => end.mutate(session.id)}>
                {t('sign-out')}
              </Button>
            )}
          </li>
        ))}
      </ul>
      <div>
        <Button onClick={() => void endAll()}>{t('sessions-end-all')}</Button>
      </div>
    </section>
  )
}
