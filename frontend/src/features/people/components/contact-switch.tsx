import type { Reply } from '@/api/client'
import { isProblem } from '@/api/problems'
import { useMutation } from '@/api/use-mutation'
import { useI18n } from '@/i18n'
import { Alert } from '@/ui/alert'
import { Button } from '@/ui/button'
import type { MyFacets } from '../api'
import { letAsk } from '../own-api'

/** Whether whoever finds me may ask me for contact. */
export function ContactSwitch({ facets, onChanged }: { facets: MyFacets; onChanged: (saved: Reply<MyFacets>) => void }) {
  const { t } = useI18n()
  const { contactable } = facets
  const change = useMutation({ mutationFn: () => letAsk(!contactable), onSuccess: onChanged })
  return (
    <section className="np-sheet np-stack np-stack--tight" aria-labelledby="contact-switch">
      <h2 id="contact-switch">{t('facets-contact')}</h2>
      <p role="status">{t(contactable ? 'facets-contact-open' : 'facets-contact-closed')}</p>
      {change.error ? <Alert kind="error">{isProblem(change.error) ? change.error.detail : t('offline-text')}</Alert> : null}
      <div>
        <Button busy={change.isPending} onClick={() => change.mutate()}>
          {t(contactable ? 'facets-contact-close' : 'facets-contact-reopen')}
        </Button>
      </div>
    </section>
  )
}
