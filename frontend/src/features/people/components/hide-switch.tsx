import type { Reply } from '@/api/client'
import { useMutation } from '@/api/use-mutation'
import { useI18n } from '@/i18n'
import { StatusBadge } from '@/ui/badge'
import { Button } from '@/ui/button'
import { Refused } from '@/ui/refused'
import { toast } from '@/ui/toast'
import type { MyFacets } from '../api'
import { setHidden } from '../own-api'

/** One switch: found by nobody, at once, and back again with the same choices. */
export function HideSwitch({ facets, onChanged }: { facets: MyFacets; onChanged: (saved: Reply<MyFacets>) => void }) {
  const { t } = useI18n()
  const { hidden } = facets
  const shown = facets.items.some(({ audience }) => audience !== 'nobody')
  const change = useMutation({
    mutationFn: () => setHidden(!hidden),
    onSuccess: (saved) => {
      toast(t(saved.data.hidden ? 'hide-done' : 'hide-undone'))
      onChanged(saved)
    },
  })
  return (
    <section className="np-sheet np-stack np-stack--tight" aria-labelledby="hide-title">
      <div className="np-row">
        <h2 id="hide-title">{t('hide-title')}</h2>
        <StatusBadge tone={hidden ? 'warning' : 'neutral'}>{t(hidden ? 'hide-state-on' : 'hide-state-off')}</StatusBadge>
      </div>
      <p>{t(hidden ? 'hide-on' : shown ? 'hide-off' : 'hide-nothing')}</p>
      <p>{t('hide-what')}</p>
      <Refused error={change.error} />
      <div>
        <Button appearance="primary" busy={change.isPending} onClick={() => change.mutate()}>
          {t(hidden ? 'hide-undo' : 'hide-act')}
        </Button>
      </div>
      <p className="np-soft">{t('hide-stays')}</p>
    </section>
  )
}
