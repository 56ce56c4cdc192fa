import type { Network } from '@/api/types'
import { useI18n } from '@/i18n'
import { useWritten } from '@/i18n/written'
import { ServerHtml } from '@/ui/html'

/** What a network says of itself. */
export function Charter({ network }: { network: Network }) {
  const { t } = useI18n()
  const written = useWritten()
  const { room } = network
  return (
    <>
      {room.whyNow ? (
        <section className="np-stack np-stack--tight">
          <h2>{t('network-mandate')}</h2>
          <p className="np-prose np-prose--plain" dir="auto" lang={written(room.whyNow)}>
            {room.whyNow}
          </p>
        </section>
      ) : null}
      {room.backgroundHtml ? (
        <section className="np-stack np-stack--tight">
          <h2>{t('network-about')}</h2>
          <ServerHtml html={room.backgroundHtml} />
        </section>
      ) : null}
      {network.houseRulesHtml ? (
        <section className="np-stack np-stack--tight">
          <h2>{t('network-house-rules')}</h2>
          <ServerHtml html={network.houseRulesHtml} />
        </section>
      ) : null}
    </>
  )
}
