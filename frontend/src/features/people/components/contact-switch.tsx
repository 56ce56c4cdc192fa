import type { Reply } from '@/api/client'
import { useMutation } from '@/api/use-mutation'
import { useI18n } from '@/i18n'
import { announce } from '@/lib/announcer'
import { Button } from '@/ui/button'
import { Refused } from '@/ui/refused'
import type { MyFacets } from '../api'
import { letAsk } from '../own-api'

const STATE = { open: 'facets-contact-open', closed: 'facets-contact-closed' } as const

/** Whether whoever finds me may ask me for contact. */
export function ContactSwitch({ facets, onChanged }: { facets: MyFacets; onChanged: (saved: Reply<MyFacets>) => void }) {
  const { t } = useI18n()
  const { contactable } = facets
  const change = useMutation({
    mutationFn: () => letAsk(!contactable),
    onSuccess: (saved) => {
      announce(t(STATE[saved.data.contactable ? 'open' : 'closed']))
      onChanged(saved)
    },
  })
  return (
    <section className="np-sheet np-stack np-stack--tight" aria-labelledby="contact-switch">
      <h2 id="contact-switch">{t('facets-contact')}</h2>
      <p>{t(STATE[contactable ? 'open' : 'closed'])}</p>
      <Refused error={change.error} />
      <div>
        <Button busy={change.isPending} onClick={() => change.mutate()}>
          {t(contactable ? 'facets-contact-close' : 'facets-contact-reopen')}
        </Button>
      </div>
    </section>
  )
}
