import { useQueryClient } from '@tanstack/react-query'
import { isProblem } from '@/api/problems'
import type { Mute } from '@/api/types'
import { useMutation } from '@/api/use-mutation'
import { useI18n } from '@/i18n'
import { longDay } from '@/lib/dates'
import { Alert } from '@/ui/alert'
import { Button } from '@/ui/button'
import { toast } from '@/ui/toast'
import { mutesQuery, unmute } from '../mute-api'

/** Of whom one reads less, and from whom one hears nothing; each can be undone. */
export function Mutes({ mutes }: { mutes: readonly Mute[] }) {
  const { t } = useI18n()
  return mutes.length === 0 ? <p className="np-soft">{t('mutes-none')}</p> : <List mutes={mutes} />
}

function List({ mutes }: { mutes: readonly Mute[] }) {
  const { t, locale } = useI18n()
  const client = useQueryClient()
  const stop = useMutation({
    mutationFn: (mute: Mute) => unmute(mute.id),
    onSuccess: (_, { name }) => {
      toast(t('mutes-undone', { name }))
      return client.invalidateQueries({ queryKey: mutesQuery.queryKey })
    },
  })
  return (
    <>
      {stop.error ? <Alert kind="error">{isProblem(stop.error) ? stop.error.detail : t('offline-text')}</Alert> : null}
      <ul role="list" className="np-stack np-stack--tight">
        {mutes.map((mute) => (
          <li key={mute.id} className="np-sheet np-row np-row--between">
            <div>
              <p>
                <bdi>{mute.name}</bdi>
                {mute.alias ? <span className="np-soft"> {t('mutes-alias')}</span> : null}
              </p>
              <p className="np-soft">{t(mute.blocks ? 'mutes-blocked' : 'mutes-muted', { organisation: mute.tenantName, day: longDay(locale, mute.mutedAt) })}</p>
            </div>
            <Button appearance="subtle" aria-label={t('mutes-undo-name', { name: mute.name })} busy={stop.isPending && stop.variables.id === mute.id} onClick={() => stop.mutate(mute)}>
              {t('mutes-undo')}
            </Button>
          </li>
        ))}
      </ul>
    </>
  )
}
