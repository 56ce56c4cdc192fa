import { useQueryClient } from '@tanstack/react-query'
import { Problem } from '@/api/problems'
import type { Network } from '@/api/types'
import { useMutation } from '@/api/use-mutation'
import { useI18n } from '@/i18n'
import { Button } from '@/ui/button'
import { ServerHtml } from '@/ui/html'
import { Refused } from '@/ui/refused'
import { toast } from '@/ui/toast'
import { agreeWithRules, networkQuery } from '../api'

/** The house rules are others than the reader agreed with: they are shown in full, and agreed with on the spot. */
export function Agreement({ tenant, network }: { tenant: string; network: Network }) {
  const { t } = useI18n()
  const client = useQueryClient()
  const { queryKey } = networkQuery(tenant, network.id)
  const agree = useMutation({
    mutationFn: () => agreeWithRules(tenant, network.id, network.rulesVersion),
    onSuccess: (agreed) => {
      client.setQueryData(queryKey, agreed)
      toast(t('network-agreed'))
    },
    // They changed once more while they were read: the page shows the newest.
    onError: (error) => (error instanceof Problem && error.status === 409 ? void client.invalidateQueries({ queryKey }) : undefined),
  })
  const { error } = agree
  return (
    <section className="np-sheet np-stack np-stack--tight np-no-print" aria-labelledby="agreement">
      <h2 id="agreement">{t('network-rules-new')}</h2>
      <p>{t(network.agreedVersion ? 'network-rules-new-text' : 'network-rules-first-text')}</p>
      <ServerHtml html={network.houseRulesHtml} />
      <Refused error={error} />
      <div>
        <Button appearance="primary" busy={agree.isPending} onClick={() => agree.mutate()}>
          {t('network-agree')}
        </Button>
      </div>
    </section>
  )
}
