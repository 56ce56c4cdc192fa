import { useState } from 'react'
import { isProblem } from '@/api/problems'
import type { Post, ViewKind } from '@/api/types'
import { useMutation } from '@/api/use-mutation'
import { useI18n } from '@/i18n'
import { Alert } from '@/ui/alert'
import { Button } from '@/ui/button'
import { Dialog } from '@/ui/dialog'
import { Choice, Fieldset } from '@/ui/field'
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
      {save.error ? <Alert kind="error">{isProblem(save.error) ? save.error.detail : t('offline-text')}</Alert> : null}
      <Fieldset legend={t('sort-legend')} hint={t('sort-hint')}>
        {VIEWS.map((each) => (
          <Choice key={each} type="radio" name="view-kind" label={t(VIEW[each])} hint={t(VIEW_HINT[each])} checked={kind === each} onChange={() => setKind(each)} />
        ))}
        <Choice type="radio" name="view-kind" label={t('sort-none')} checked={kind === null} onChange={() => setKind(null)} />
      </Fieldset>
    </Dialog>
  )
}
