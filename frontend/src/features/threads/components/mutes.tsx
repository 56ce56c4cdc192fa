import { useQueryClient } from '@tanstack/react-query'
import type { Mute } from '@/api/types'
import { useMutation } from '@/api/use-mutation'
import { useI18n } from '@/i18n'
import { longDay } from '@/lib/dates'
import { Button } from '@/ui/button'
import { Refused } from '@/ui/refused'
import { toast } from '@/ui/toast'
import { mutesQuery, unmute } from '../mute-api'

/** Of whom one reads less, and from whom one hears nothing; each can be undone. */
export function Mutes({ mutes }: { mutes: readonly Mute[] }) {
  const { t } = useI18n()
  if (mutes.length === 0) return <p className="np-soft">{t('mutes-none')}</p>
  return (
    <ul role="list" className="np-stack np-stack--tight">
      {mutes.map((mute) => (
        <Row key={mute.id} mute={mute} />
      ))}
    </ul>
  )
}

function Row({ mute }: { mute: Mute }) {
  const { t, locale } = useI18n()
  const client = useQueryClient()
  const { name } = mute
  const stop = useMutation({
    mutationFn: () => unmute(mute.id),
    onSuccess: () => {
      toast(t('mutes-undone', { name }))
      return client.invalidateQueries({ queryKey: mutesQuery.queryKey })
    },
  })
  const { error } = stop
  return (
    <li className="np-sheet np-stack np-stack--tight">
      <div className="np-row np-row--between">
        <div>
          <p>
            <bdi>{name}</bdi>
            {mute.alias ? <span className="np-soft"> {t('mutes-alias')}</span> : null}
          </p>
          <p className="np-soft">{t(mute.blocks ? 'mutes-blocked' : 'mutes-muted', { organisation: mute.tenantName, day: longDay(locale, mute.mutedAt) })}</p>
        </div>
        <Button appearance="subtle" aria-label={t('mutes-undo-name', { name })} busy={stop.isPending} onClick={() => stop.mutate()}>
          {t('mutes-undo')}
        </Button>
      </div>
      <Refused error={error} />
    </li>
  )
}
