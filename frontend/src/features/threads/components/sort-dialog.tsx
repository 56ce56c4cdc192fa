import { useState } from 'react'
import type { Post, ViewKind } from '@/api/types'
import { useMutation } from '@/api/use-mutation'
import { useI18n } from '@/i18n'
import { Button } from '@/ui/button'
import { Dialog } from '@/ui/dialog'
import { Choice, Fieldset } from '@/ui/field'
import { Refused } from '@/ui/refused'
import { sortView } from '../dilemma-api'
import { VIEW, VIEW_HINT, VIEWS } from '../words'

/** What somebody's own words are in a dilemma: nobody else says it. */
export default function SortDialog({ tenant, post, onClose, onDone }: { tenant: string; post: Post; onClose: () => void; onDone: (post: Post) => void }) {
  const { t } = useI18n()
  const [kind, setKind] = useState<ViewKind | null>(post.view ?? null)
  const save = useMutation({ mutationFn: () => sortView(tenant, post.id, kind), onSuccess: onDone })
  return (
    <Dialog
      title={t('sort-title')}
      onClose={onClose}
      actions={
        <Button appearance="primary" busy={save.isPending} onClick={() => save.mutate()}>
          {t('action-save')}
        </Button>
      }
    >
      <Refused error={save.error} />
      <Fieldset legend={t('sort-legend')} hint={t('sort-hint')}>
        {VIEWS.map((each) => (
          <Choice key={each} type="radio" name="view-kind" label={t(VIEW[each])} hint={t(VIEW_HINT[each])} checked={kind === each} onChange={() => setKind(each)} />
        ))}
        <Choice type="radio" name="view-kind" label={t('sort-none')} checked={kind === null} onChange={() => setKind(null)} />
      </Fieldset>
    </Dialog>
  )
}
